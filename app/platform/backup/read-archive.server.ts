import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual, promisify } from "node:util";
import { gunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import {
  type ArchiveHeader,
  type ArchiveManifest,
  ArchiveRefused,
  FORMAT,
  headerSchema,
  manifestSchema,
  readEntryName,
} from "./archive-format.ts";
import { openStream, opensBackups } from "./backup-key.ts";
import { bytesOf } from "./bytes-of.ts";

const unzip = promisify(gunzip);
const CLOSED = "age-encryption.org/v1";

/** What is done with the parts of an archive, in their order. Each is awaited before the next is read. */
export type Visitor = {
  header?: (header: ArchiveHeader) => Promise<void>;
  /** Some whole rows of a table, as COPY takes them. Those of one table follow each other. */
  rows?: (table: string, copy: Buffer) => Promise<void>;
  object?: (sha256: string, bytes: Buffer) => Promise<void>;
  /** The stream must be read to its end. */
  large?: (key: string, stream: AsyncIterable<Uint8Array>) => Promise<void>;
  secret?: (name: string, secret: string) => Promise<void>;
};

export type ArchiveFile = { path: string; key?: string };

/** Whether a file is encrypted, by how it begins. */
export async function isClosedArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer: start } = await file.read(Buffer.alloc(CLOSED.length), 0, CLOSED.length, 0);
    return start.toString("latin1") === CLOSED;
  } finally {
    await file.close();
  }
}

async function openArchive({ path, key }: ArchiveFile): Promise<AsyncIterable<Uint8Array>> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!(await isClosedArchive(path))) return file;
  if (!key) throw new ArchiveRefused("The archive is encrypted: give its key in BACKUP_KEY");
  if (!opensBackups(key)) {
    throw new ArchiveRefused(
      "BACKUP_KEY is a public key, which closes archives; its secret half (AGE-SECRET-KEY-…) opens them",
    );
  }
  return openStream(file, key);
}

type Entry = { header: Header; bytes: AsyncIterable<Uint8Array> };
type Counted = { count: number; bytes: number; hash: Hash };
type Read = {
  header?: ArchiveHeader;
  manifest?: ArchiveManifest;
  tables: Map<string, { rows: number; bytes: number; hash: Hash }>;
  objects: Counted;
  large: Counted;
};

/**
 * Reads an archive once from its beginning to its end, showing its parts to the visitor, and compares everything with
 * the counts and hashes that it says itself. Throws `ArchiveRefused` where a byte is not as it was written, or where it
 * was written by a later version.
 */
export async function readArchive(file: ArchiveFile, visitor: Visitor = {}) {
  const counted = () => ({ count: 0, bytes: 0, hash: createHash("sha256") });
  const read: Read = { tables: new Map(), objects: counted(), large: counted() };
  const source = await openArchive(file);
  const tar = extract();
  const fed = pipeline(Readable.from(source, { objectMode: false }), tar);
  fed.catch(() => undefined);
  try {
    for await (const entry of tar) await readEntry({ header: entry.header, bytes: bytesOf(entry) }, read, visitor);
    await fed;
  } catch (cause) {
    const fault = await fed.then(
      () => cause,
      (error: unknown) => error,
    );
    if (cause instanceof ArchiveRefused || isOfVisitor(cause)) throw cause;
    throw new ArchiveRefused(`The archive is damaged: ${fault instanceof Error ? fault.message : "unreadable"}`, {
      cause,
    });
  }
  return compare(read);
}

class VisitorFailed extends Error {}
const isOfVisitor = (error: unknown) => error instanceof VisitorFailed;

/** Keeps apart what fails in the archive from what fails where it is put. */
async function show(work: Promise<void> | undefined): Promise<void> {
  await work?.catch((cause: unknown) => {
    if (cause instanceof ArchiveRefused) throw cause;
    throw new VisitorFailed(cause instanceof Error ? cause.message : String(cause), { cause });
  });
}

async function readEntry(entry: Entry, read: Read, visitor: Visitor): Promise<void> {
  const name = entry.header.name;
  const what = readEntryName(name);
  if (!what || (what.kind !== "header" && !read.header) || read.manifest) {
    throw new ArchiveRefused(`${name} does not belong in an archive of an academy`);
  }
  if (what.kind === "large") return readLarge(what.key, { entry, read, visitor });
  const bytes = await buffer(entry.bytes);
  if (what.kind === "header") {
    read.header = readHeader(bytes);
    return show(visitor.header?.(read.header));
  }
  if (what.kind === "manifest") {
    read.manifest = manifestSchema.parse(JSON.parse(bytes.toString()));
    return;
  }
  if (what.kind === "secret") return show(visitor.secret?.(what.secret, bytes.toString()));
  if (what.kind === "object") {
    if (createHash("sha256").update(bytes).digest("hex") !== what.sha256) {
      throw new ArchiveRefused(`The archive is damaged: ${name} is not what its name says`);
    }
    count(read.objects, bytes.length, what.sha256);
    return show(visitor.object?.(what.sha256, bytes));
  }
  await readRows(what.table, { bytes, read, visitor });
}

type Reading = { read: Read; visitor: Visitor };

async function readRows(table: string, { bytes, read, visitor }: Reading & { bytes: Buffer }): Promise<void> {
  const copy = await unzip(bytes);
  const known = read.tables.get(table) ?? { rows: 0, bytes: 0, hash: createHash("sha256") };
  read.tables.set(table, known);
  known.hash.update(copy);
  known.bytes += copy.length;
  for (let at = copy.indexOf(10); at !== -1; at = copy.indexOf(10, at + 1)) known.rows += 1;
  await show(visitor.rows?.(table, copy));
}

async function readLarge(key: string, { entry, read, visitor }: Reading & { entry: Entry }): Promise<void> {
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const chunk of entry.bytes) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const stream = hashed();
  if (visitor.large) await show(visitor.large(key, stream));
  else for await (const _ of stream);
  count(read.large, entry.header.size ?? 0, `${key} ${hash.digest("hex")}`);
}

function count(counted: Counted, bytes: number, line: string): void {
  counted.count += 1;
  counted.bytes += bytes;
  counted.hash.update(`${line}\n`);
}

function readHeader(bytes: Buffer): ArchiveHeader {
  const json: unknown = JSON.parse(bytes.toString());
  const { format } = headerSchema.pick({ format: true }).parse(json);
  if (format > FORMAT) throw new ArchiveRefused("The archive was written by a later version of the academy");
  return headerSchema.parse(json);
}

function compare(read: Read): { header: ArchiveHeader; manifest: ArchiveManifest } {
  const { header, manifest } = read;
  if (!header || !manifest) throw new ArchiveRefused("The archive is damaged: its end is missing");
  const tables = Object.fromEntries(
    [...read.tables].map(([name, { hash, ...of }]) => [name, { ...of, sha256: hash.digest("hex") }]),
  );
  const sum = ({ hash, ...of }: Counted) => ({ ...of, sha256: hash.digest("hex") });
  const found: ArchiveManifest = { tables, objects: sum(read.objects), large: sum(read.large) };
  if (!isDeepStrictEqual(found, manifest)) {
    throw new ArchiveRefused("The archive is damaged: it does not hold what it says");
  }
  return { header, manifest };
}
