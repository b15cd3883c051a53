import { isUtf8 } from "node:buffer";
import { fileTypeFromBuffer } from "file-type";
import { sanitizeDrawing } from "../sanitize-drawing.ts";
import { cleanPicture, type ReadUpload } from "./clean-picture.server.ts";
import { isForeignInside } from "./foreign-inside.ts";
import { mediaRefused } from "./media-errors.ts";
import { MAX_MEDIA_BYTES, mediaKind, typeOfEnding } from "./media-kinds.ts";
import { endingOf } from "./media-name.ts";

/** As `file-type` calls what a course takes. A GIF is kept as its first picture. */
const SNIFFED: Record<string, string> = {
  jpg: "image/jpeg",
  png: "image/png",
  apng: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  epub: "application/epub+zip",
  mp3: "audio/mpeg",
};

const SVG_START = /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/;
// Text has line ends, tabs and form feeds, and no other control characters.
const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * What a file is by its bytes, whatever it is called, made fit to be kept: pictures are drawn anew without what cameras
 * write beside them, drawings must keep to the rules of drawings. Throws `mediaRefused`.
 */
export async function readUpload({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ReadUpload> {
  if (bytes.length === 0) throw mediaRefused("empty");
  if (bytes.length > MAX_MEDIA_BYTES) throw mediaRefused("tooLarge", { megabytes: MAX_MEDIA_BYTES / 1024 / 1024 });
  const sniffed = await fileTypeFromBuffer(bytes);
  const contentType = sniffed && Object.hasOwn(SNIFFED, sniffed.ext) ? SNIFFED[sniffed.ext] : undefined;
  if (contentType?.startsWith("image/")) {
    refuseLie(name, contentType);
    return cleanPicture(bytes, contentType);
  }
  if (contentType) {
    refuseLie(name, contentType);
    if (isForeignInside(bytes, contentType)) throw mediaRefused("twoInOne");
    return { ...kept(contentType), bytes };
  }
  // Only text has nothing at its beginning to know it by, and an SVG may begin as any XML.
  if (sniffed && sniffed.mime !== "application/xml") throw mediaRefused("unknownKind");
  return readText({ name, bytes });
}

function kept(contentType: string) {
  const ending = mediaKind(contentType)?.endings[0];
  if (!ending) throw mediaRefused("unknownKind");
  return { contentType, ending, width: null, height: null };
}

/** A file that is called one thing and is another is no accident to be kept. */
function refuseLie(name: string, contentType: string): void {
  const ending = endingOf(name);
  const said = ending === "gif" ? "image/gif" : typeOfEnding(ending);
  if (said === undefined || said === contentType) return;
  const found = contentType === "image/gif" ? "GIF" : (mediaKind(contentType)?.name ?? contentType);
  throw mediaRefused("otherThanNamed", { ending, found });
}

function readText({ name, bytes }: { name: string; bytes: Uint8Array }): ReadUpload {
  const said = typeOfEnding(endingOf(name));
  if (!isUtf8(bytes)) throw mediaRefused(said === "text/plain" || said === "text/csv" ? "textNotUtf8" : "unknownKind");
  const text = Buffer.from(bytes).toString("utf8");
  if (SVG_START.test(text)) return readDrawing(name, text);
  if (CONTROL.test(text) || (said !== "text/plain" && said !== "text/csv")) throw mediaRefused("unknownKind");
  return { ...kept(said), bytes };
}

function readDrawing(name: string, source: string): ReadUpload {
  refuseLie(name, "image/svg+xml");
  const drawing = sanitizeDrawing({ source, idPrefix: "", label: "" });
  if (!drawing.ok) throw mediaRefused("drawingRefused", { reason: drawing.problems[0] ?? "" });
  const bytes = Buffer.from(source.replace(/^\uFEFF/, ""), "utf8");
  const [width, height] = [Math.max(1, Math.round(drawing.width)), Math.max(1, Math.round(drawing.height))];
  return { ...kept("image/svg+xml"), bytes, width, height };
}
