import { inflate } from "./inflate.ts";

// Only what was attached is looked for, by walking over the bytes once: whatever else a PDF holds, such as pictures that
// unfold to gigabytes or tables that point at each other, is never opened. In every PDF an attachment is an object of
// its own (ISO 32000-2, 7.5.7 and 7.11.4).
const EMBEDDED = "/EmbeddedFile";
/** How far before its name an attachment's dictionary may begin, and how far behind it may end. */
const DICTIONARY_BYTES = 4_096;
/** How often the name is looked at, and how many files are taken. */
const MOST_NAMES = 1_000;
const MOST_ATTACHMENTS = 20;

const MARKS = { begin: "obj", stream: "stream", end: "endstream" };

/** The files that are attached to a PDF, each of `most` bytes or less; larger ones, and encrypted ones, are left out. */
export async function readPdfAttachments(
  bytes: Uint8Array<ArrayBuffer>,
  { most }: { most: number },
): Promise<Uint8Array<ArrayBuffer>[]> {
  // One letter for one byte, so that places in the text are places in the bytes.
  const text = new TextDecoder("latin1").decode(bytes);
  const found: Uint8Array<ArrayBuffer>[] = [];
  const name = new RegExp(`${EMBEDDED}(?![A-Za-z0-9])`, "g");
  for (let looked = 0; looked < MOST_NAMES && found.length < MOST_ATTACHMENTS; looked += 1) {
    const hit = name.exec(text);
    if (!hit) break;
    const stream = findStream(text, hit.index);
    // Without an end to this one there is none for any after it.
    if (stream === "endless") break;
    if (!stream) continue;
    name.lastIndex = stream.end;
    const content = await readStream(bytes.slice(stream.start, stream.end), { ...stream, most });
    if (content) found.push(content);
  }
  return found;
}

type Stream = { dictionary: string; start: number; end: number };

/** The stream in whose dictionary the place lies. */
function findStream(text: string, place: number): Stream | "endless" | undefined {
  const before = text.slice(Math.max(0, place - DICTIONARY_BYTES), place);
  const begin = before.lastIndexOf(MARKS.begin);
  const behind = text.slice(place, place + DICTIONARY_BYTES);
  const opening = /stream(\r\n|\n)/.exec(behind);
  const closing = behind.indexOf("endobj");
  if (begin < 0 || !opening || (closing >= 0 && closing < opening.index)) return undefined;
  const dictionary = before.slice(begin) + behind.slice(0, opening.index);
  const start = place + opening.index + opening[0].length;
  const end = findEnd(text, { dictionary, start });
  return end === undefined ? "endless" : { dictionary, start, end };
}

/** Where it ends: as its length says, and else before the word that ends it. */
function findEnd(text: string, { dictionary, start }: { dictionary: string; start: number }): number | undefined {
  const [, length, reference] = /\/Length\s+(\d{1,9})(\s+\d+\s+R)?/.exec(dictionary) ?? [];
  if (length !== undefined && reference === undefined) {
    const end = start + Number(length);
    if (/^\s*endstream/.test(text.slice(end, end + 16))) return end;
  }
  const end = text.indexOf(MARKS.end, start);
  return end < 0 ? undefined : end;
}

async function readStream(
  content: Uint8Array<ArrayBuffer>,
  { dictionary, most }: { dictionary: string; most: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const filters = [...dictionary.matchAll(/\/(\w+)Decode\b/g)].map(([, filter]) => filter);
  if (filters.length === 0) return content.length > most ? undefined : content;
  const isDeflated = filters.length === 1 && filters[0] === "Flate";
  return isDeflated ? inflate(content, { format: "deflate", most }) : undefined;
}
