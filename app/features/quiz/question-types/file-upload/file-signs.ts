type Sign = (bytes: Uint8Array) => boolean;

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const begins =
  (...signs: number[]): Sign =>
  (bytes) =>
    signs.every((sign, index) => bytes[index] === sign);
const reads =
  (text: string, at = 0): Sign =>
  (bytes) =>
    ascii(bytes, at, text.length) === text;
const both =
  (...signs: Sign[]): Sign =>
  (bytes) =>
    signs.every((sign) => sign(bytes));
const either =
  (...signs: Sign[]): Sign =>
  (bytes) =>
    signs.some((sign) => sign(bytes));

const zip = begins(0x50, 0x4b, 0x03, 0x04);
const isoMedia = reads("ftyp", 4);
// Whoever reads a PDF looks for its beginning within the first thousand bytes.
const pdf: Sign = (bytes) => ascii(bytes, 0, 1_024).includes("%PDF-");
const utf16 = either(begins(0xff, 0xfe), begins(0xfe, 0xff));
const text: Sign = (bytes) => utf16(bytes) || !bytes.includes(0);
const mpegFrame: Sign = ([first = 0, second = 0]) => first === 0xff && (second & 0xe0) === 0xe0;
const oldMovie = either(...["moov", "mdat", "wide", "free", "skip"].map((name) => reads(name, 4)));

type Known = { sign: Sign; contentType: string };
const known = (sign: Sign, contentType: string): Known => ({ sign, contentType });
const office = (rest: string) => known(zip, `application/vnd.openxmlformats-officedocument.${rest}`);
const openDocument = (rest: string) => known(zip, `application/vnd.oasis.opendocument.${rest}`);

/** By the ending of its name: how a file begins, and as what it is sent. */
const signs = new Map<string, Known>(
  Object.entries({
    pdf: known(pdf, "application/pdf"),
    docx: office("wordprocessingml.document"),
    xlsx: office("spreadsheetml.sheet"),
    pptx: office("presentationml.presentation"),
    odt: openDocument("text"),
    ods: openDocument("spreadsheet"),
    odp: openDocument("presentation"),
    rtf: known(reads("{\\rtf"), "application/rtf"),
    txt: known(text, "text/plain"),
    md: known(text, "text/markdown"),
    csv: known(text, "text/csv"),
    jpg: known(begins(0xff, 0xd8, 0xff), "image/jpeg"),
    jpeg: known(begins(0xff, 0xd8, 0xff), "image/jpeg"),
    png: known(begins(0x89, 0x50, 0x4e, 0x47), "image/png"),
    webp: known(both(reads("RIFF"), reads("WEBP", 8)), "image/webp"),
    heic: known(isoMedia, "image/heic"),
    mp3: known(either(reads("ID3"), mpegFrame), "audio/mpeg"),
    m4a: known(isoMedia, "audio/mp4"),
    ogg: known(reads("OggS"), "audio/ogg"),
    wav: known(both(reads("RIFF"), reads("WAVE", 8)), "audio/wav"),
    mp4: known(isoMedia, "video/mp4"),
    webm: known(begins(0x1a, 0x45, 0xdf, 0xa3), "video/webm"),
    mov: known(either(isoMedia, oldMovie), "video/quicktime"),
  }),
);

const signOf = (name: string) => signs.get(name.toLowerCase().split(".").at(-1) ?? "");

/** How many of its first bytes say what a file is. */
export const SIGN_BYTES = 4_096;

/** Whether a file of this name begins as its ending promises; `start` is its first `SIGN_BYTES` bytes. */
export function isWhatItsNameSays(name: string, start: Uint8Array): boolean {
  return signOf(name)?.sign(start) ?? false;
}

/** As what a file of this name is sent. */
export function contentTypeOf(name: string): string {
  return signOf(name)?.contentType ?? "application/octet-stream";
}
