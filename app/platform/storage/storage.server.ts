import { createHash, randomUUID } from "node:crypto";
import { access, constants, mkdir, opendir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dataDir } from "#app/platform/env/env.server.ts";
import { configuredBucket } from "./s3.server.ts";
import { getFromBucket, isInBucket, listInBucket, putInBucket, removeFromBucket } from "./storage-s3.server.ts";

const SHA256 = /^[0-9a-f]{64}$/;

/** Where objects lie on this machine's disk, where no bucket is set. */
export const storageFolder = join(dataDir, "storage");

function objectPath(sha256: string): string {
  return join(storageFolder, sha256.slice(0, 2), sha256);
}

/**
 * Keeps bytes under the name of their SHA-256 (hexadecimal) and returns it. Putting the same bytes again changes
 * nothing. `contentType` goes with the bytes where the store keeps such a thing; a disk does not.
 */
export async function putObject(object: { bytes: Uint8Array; contentType: string }): Promise<string> {
  const sha256 = createHash("sha256").update(object.bytes).digest("hex");
  if (await hasObject(sha256)) return sha256;
  const bucket = configuredBucket();
  if (bucket) await putInBucket(bucket, { sha256, ...object });
  else await putOnDisk({ sha256, ...object });
  return sha256;
}

async function putOnDisk({ sha256, bytes }: { sha256: string; bytes: Uint8Array }): Promise<void> {
  const path = objectPath(sha256);
  await mkdir(dirname(path), { recursive: true });
  // Written beside and renamed, so that nobody ever reads half an object.
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, bytes, { flag: "wx", flush: true });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The bytes of that SHA-256, or undefined when they are not kept here. Throws when the store does not answer. */
export async function getObject(sha256: string): Promise<Buffer | undefined> {
  if (!SHA256.test(sha256)) return undefined;
  const bucket = configuredBucket();
  if (bucket) return getFromBucket(bucket, sha256);
  try {
    return await readFile(objectPath(sha256));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether the bytes of that SHA-256 are kept here. */
export async function hasObject(sha256: string): Promise<boolean> {
  if (!SHA256.test(sha256)) return false;
  const bucket = configuredBucket();
  if (bucket) return isInBucket(bucket, sha256);
  return access(objectPath(sha256), constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** Removes the bytes of that SHA-256. Whoever asks has made sure that nothing else needs the same bytes. */
export async function removeObject(sha256: string): Promise<void> {
  if (!SHA256.test(sha256)) return;
  const bucket = configuredBucket();
  if (bucket) await removeFromBucket(bucket, sha256);
  else await rm(objectPath(sha256), { force: true });
}

/** The SHA-256 of everything that is kept here, in no order. */
export async function* listObjects(): AsyncGenerator<string> {
  const bucket = configuredBucket();
  if (bucket) {
    yield* listInBucket(bucket);
    return;
  }
  await mkdir(storageFolder, { recursive: true });
  for await (const { name } of await opendir(storageFolder, { recursive: true })) if (SHA256.test(name)) yield name;
}
