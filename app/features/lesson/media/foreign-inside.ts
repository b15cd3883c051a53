const HEAD = 1024;
// A comment of a zip archive, which stands at its end, is 65,535 bytes at most.
const TAIL = 66_000;

const zips = new Set([
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
  "application/epub+zip",
]);

/**
 * Whether a file that begins as one thing can be read as another too: a PDF in whose last bytes a zip archive ends, or
 * an archive that readers of PDF or browsers would take for theirs (they look for their mark anywhere near the top).
 */
export function isForeignInside(bytes: Uint8Array, contentType: string): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1").toLowerCase();
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString("latin1");
  const isZip = zips.has(contentType);
  if (!isZip && tail.includes("PK\u0005\u0006")) return true;
  if (contentType !== "application/pdf" && head.includes("%pdf-")) return true;
  return /<!doctype html|<html|<script|<svg/.test(head);
}
