import { createHash } from "node:crypto";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { isAbsent } from "#app/platform/storage/s3.server.ts";
import { getObject, listObjects } from "#app/platform/storage/storage.server.ts";
import { type ArchiveManifest, readEntryName } from "./archive-format.ts";
import type { Archive } from "./write-archive.server.ts";

/** A file was removed between being listed and being read: what the database said of it is of before. */
export class FileWent extends Error {}

type Sums = Pick<ArchiveManifest, "objects" | "large">;

const nothing = () => ({ count: 0, bytes: 0, sha256: createHash("sha256").digest("hex") });

/** What an archive without files says of them. */
export const noFiles = (): Sums => ({ objects: nothing(), large: nothing() });

/** Adds the objects that the rows name, and all large files. Throws `FileWent` where one is removed meanwhile. */
export async function dumpFiles(archive: Archive, named: ReadonlySet<string>): Promise<Sums> {
  return { objects: await dumpObjects(archive, named), large: await dumpLarge(archive) };
}

async function dumpObjects(archive: Archive, named: ReadonlySet<string>): Promise<Sums["objects"]> {
  const hash = createHash("sha256");
  let [count, bytes] = [0, 0];
  for await (const sha256 of listObjects()) {
    if (!named.has(sha256)) continue;
    const object = await getObject(sha256);
    if (!object) throw new FileWent(`${sha256} was removed while it was backed up`);
    await archive.add(`objects/${sha256}`, object);
    hash.update(`${sha256}\n`);
    count += 1;
    bytes += object.length;
  }
  return { count, bytes, sha256: hash.digest("hex") };
}

async function dumpLarge(archive: Archive): Promise<Sums["large"]> {
  const store = largeFiles();
  const hash = createHash("sha256");
  let [count, bytes] = [0, 0];
  for await (const file of store.list()) {
    const name = `large/${file.key}`;
    if (!readEntryName(name)) continue;
    const own = createHash("sha256");
    // One that still grows is taken as it was when it was listed.
    const source = file.bytes === 0 ? none() : hashed(store.stream(file.key, 0, file.bytes), own);
    await archive.addStream(name, file.bytes, source).catch((error: unknown) => {
      const gone = error instanceof Error && (("code" in error && error.code === "ENOENT") || isAbsent(error));
      throw gone ? new FileWent(`${file.key} was removed while it was backed up`, { cause: error }) : error;
    });
    hash.update(`${file.key} ${own.digest("hex")}\n`);
    count += 1;
    bytes += file.bytes;
  }
  return { count, bytes, sha256: hash.digest("hex") };
}

async function* none(): AsyncGenerator<Uint8Array> {}

async function* hashed(stream: ReadableStream<Uint8Array>, hash: ReturnType<typeof createHash>) {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      hash.update(next.value);
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
