import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from "yauzl";

/** What an archive may hold, in bytes where it is not said otherwise. */
export type ZipLimits = { entries: number; entryBytes: number; totalBytes: number; ratio: number };

export type ZippedFile = { path: string; bytes: Uint8Array };

export type ZipFault =
  | "notZip"
  | "tooManyFiles"
  | "fileTooLarge"
  | "archiveTooLarge"
  | "tooDense"
  | "unsafePath"
  | "sameTwice"
  | "notAFile"
  | "encrypted"
  | "damaged";

export type Unzipped =
  | { ok: true; files: ZippedFile[] /** Archives within, which are not opened. */; nested: string[] }
  | { ok: false; fault: ZipFault; path: string };

/** Small files pack well by nature. */
const DENSE_FROM = 1024 * 1024;
const FILE_TYPE = 0o170000;
const PLAIN_FILE = 0o100000;
const UNIX = 3;
/** What programs put in archives for themselves. */
const ASIDE = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
const NESTED = /\.(zip|jar|7z|rar|gz|tgz|bz2|xz|tar|imscc)$/i;

class Fault extends Error {
  readonly fault: ZipFault;
  readonly path: string;

  constructor(fault: ZipFault, path: string) {
    super(`${fault} ${path}`);
    this.fault = fault;
    this.path = path;
  }
}

/** Whether bytes begin as a zip archive does, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, three, four] = bytes;
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

/**
 * Reads a zip archive whole into memory, of which it takes no more than the limits: what its directory says is checked
 * before anything is unpacked, and what is unpacked is checked against the directory. Refuses it whole where a file
 * would lie outside it, stands twice, is no plain file, or is encrypted.
 */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Unzipped> {
  if (!isZip(bytes)) return { ok: false, fault: "notZip", path: "" };
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
    if (zip.entryCount > limits.entries) throw new Fault("tooManyFiles", "");
    const entries = await readDirectory(zip, limits);
    const nested = entries.filter(({ path }) => NESTED.test(path));
    const files: ZippedFile[] = [];
    for (const { entry, path } of entries) {
      if (NESTED.test(path)) continue;
      const content = await unpack(zip, entry, path);
      if (isZip(content)) nested.push({ entry, path });
      else files.push({ path, bytes: content });
    }
    return { ok: true, files, nested: nested.map(({ path }) => path) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, path: error.path };
    // The reader throws an Error of any kind for an archive that is not as archives are.
    return { ok: false, fault: "damaged", path: "" };
  }
}

type Found = { entry: Entry; path: string };

/** The files of an archive, as its directory has them. */
async function readDirectory(zip: ZipFile, limits: ZipLimits): Promise<Found[]> {
  const found: Found[] = [];
  const paths = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (validateFileName(path) !== null || /[\\\0]|^\.|(^|\/)\.\.?(\/|$)/.test(path))
      throw new Fault("unsafePath", path);
    if (path.endsWith("/") || ASIDE.test(path)) continue;
    if (paths.has(path)) throw new Fault("sameTwice", path);
    paths.add(path);
    checkEntry(entry, path, limits);
    total += entry.uncompressedSize;
    if (total > limits.totalBytes) throw new Fault("archiveTooLarge", path);
    found.push({ entry, path });
  }
  return found;
}

function checkEntry(entry: Entry, path: string, { entryBytes, ratio }: ZipLimits): void {
  const { uncompressedSize, compressedSize, versionMadeBy, externalFileAttributes } = entry;
  if (entry.isEncrypted()) throw new Fault("encrypted", path);
  const mode = versionMadeBy >>> 8 === UNIX ? (externalFileAttributes >>> 16) & FILE_TYPE : 0;
  if (mode !== 0 && mode !== PLAIN_FILE) throw new Fault("notAFile", path);
  if (uncompressedSize > entryBytes) throw new Fault("fileTooLarge", path);
  if (uncompressedSize > DENSE_FROM && uncompressedSize > compressedSize * ratio) throw new Fault("tooDense", path);
}

/** Fails where there is more in it than its directory says. */
async function unpack(zip: ZipFile, entry: Entry, path: string): Promise<Uint8Array> {
  if (!entry.canDecodeFileData()) throw new Fault("damaged", path);
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const bytes = new Uint8Array(entry.uncompressedSize);
  let filled = 0;
  try {
    for await (const part of stream) {
      bytes.set(part, filled);
      filled += part.length;
    }
  } catch {
    throw new Fault("damaged", path);
  }
  if (filled !== bytes.length) throw new Fault("damaged", path);
  return bytes;
}
