import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { ZipFile } from "yazl";

/** The first day that an archive can name: the same files always make the same bytes. */
const ALWAYS = new Date(1980, 0, 1);

/**
 * A zip archive of the files in a folder, written while it is read: no file is in memory as a whole. `done` is called
 * once, when it has been read to its end or given up.
 */
export async function zipFolder(root: string, { done }: { done: () => void }): Promise<ReadableStream<Uint8Array>> {
  const zip = new ZipFile();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.toSorted()) {
    zip.addFile(path, path.slice(root.length + 1), { mtime: ALWAYS, forceDosTimestamp: true });
  }
  zip.end();
  // What goes wrong with a file that is added is said by the archive, not by its stream.
  const stream = new PassThrough();
  zip.on("error", (error: unknown) => stream.destroy(error instanceof Error ? error : new Error("The archive failed")));
  zip.outputStream.pipe(stream);
  stream.once("close", done);
  const parts = stream[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await parts.next();
      if (part.done) controller.close();
      else controller.enqueue(new Uint8Array(part.value));
    },
    cancel() {
      stream.destroy();
    },
  });
}
