import { imageSize } from "image-size";
import { sanitizeDrawing } from "#app/features/lesson/sanitize-drawing.ts";

const MOST_PICTURE_BYTES = 8 * 1024 * 1024;
const MOST_DRAWING_BYTES = 512 * 1024;
const MOST_SIDE = 8_000;

const kinds: Record<string, { contentType: string; ending: string }> = {
  jpg: { contentType: "image/jpeg", ending: "jpg" },
  png: { contentType: "image/png", ending: "png" },
  webp: { contentType: "image/webp", ending: "webp" },
  avif: { contentType: "image/avif", ending: "avif" },
};

const drawing = { contentType: "image/svg+xml", ending: "svg" };

/** What a file is by its bytes, whatever it is called; null where it is no picture that a course may hold. */
export function checkPicture(path: string, bytes: Uint8Array): { contentType: string; ending: string } | null {
  if (/\.svg$/i.test(path)) return isDrawing(bytes) ? drawing : null;
  if (bytes.length > MOST_PICTURE_BYTES) return null;
  const { type = "", width, height } = measure(bytes);
  return width <= MOST_SIDE && height <= MOST_SIDE ? (kinds[type] ?? null) : null;
}

function isDrawing(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_DRAWING_BYTES) return false;
  return sanitizeDrawing({ source: new TextDecoder().decode(bytes), idPrefix: "", label: "" }).ok;
}

function measure(bytes: Uint8Array): { type?: string | undefined; width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    // It says by an Error of any kind that these bytes are no picture it knows.
    return { width: 0, height: 0 };
  }
}
