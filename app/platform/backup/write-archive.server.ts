import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { pack } from "tar-stream";
import { closeStream } from "./backup-key.ts";
import { bytesOf } from "./bytes-of.ts";

export type Archive = {
  add: (name: string, bytes: Uint8Array | string) => Promise<void>;
  /** Fails where the source does not give that many bytes. */
  addStream: (name: string, size: number, source: AsyncIterable<Uint8Array>) => Promise<void>;
};

/**
 * Writes a tar archive to a new file, encrypted where there is a key, while `fill` adds to it; nothing is held whole.
 * The file is on the disk for good when this ends. Returns its size and SHA-256.
 */
export async function writeArchive(
  { path, key }: { path: string; key?: string },
  fill: (archive: Archive) => Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  const tar = pack();
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const closed = key ? closeStream(bytesOf(tar), key) : bytesOf(tar);
  const written = pipeline(closed, counted, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  const addStream: Archive["addStream"] = async (name, size, source) => {
    let added: (error?: unknown) => void = () => undefined;
    const isAdded = new Promise<void>((resolve, reject) => {
      added = (error) => (error ? reject(error) : resolve());
    });
    // Where the file cannot be written it fails before anybody waits for it, which would end the process.
    isAdded.catch(() => undefined);
    const entry = tar.entry({ name, size, mode: 0o600, mtime: new Date(0) }, added);
    for await (const chunk of source) if (!entry.write(chunk)) await once(entry, "drain");
    entry.end(null);
    await isAdded;
  };
  const add: Archive["add"] = (name, content) => {
    const whole = Buffer.from(content);
    return addStream(
      name,
      whole.length,
      (async function* () {
        yield whole;
      })(),
    );
  };
  const filled = fill({ add, addStream }).then(
    () => tar.finalize(),
    (error: Error) => {
      tar.destroy();
      throw error;
    },
  );
  // Where the disk is full the one never ends, where a source fails the other says no more than that.
  await Promise.race([filled, written]);
  await written;
  return { bytes, sha256: hash.digest("hex") };
}
