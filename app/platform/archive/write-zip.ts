import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { ZippedFile } from "./read-zip.ts";

/** The first day that an archive can name: the same files always make the same bytes. */
const ALWAYS = new Date(1980, 0, 1);

/** A zip archive of the files, in their order. */
export async function writeZip(files: readonly ZippedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { path, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes), path, { mtime: ALWAYS, forceDosTimestamp: true });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
