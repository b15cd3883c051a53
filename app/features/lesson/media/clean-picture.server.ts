import sharp, { type Sharp } from "sharp";
import { mediaRefused } from "./media-errors.ts";
import { mediaKind } from "./media-kinds.ts";

/** A file as a course keeps it; width and height of a picture in pixels. */
export type ReadUpload = {
  bytes: Uint8Array;
  contentType: string;
  /** How its path ends. */
  ending: string;
  width: number | null;
  height: number | null;
};

/** What a picture may have when it is unpacked: 50 megapixels are 150 MB of memory. */
const MAX_PIXELS = 50_000_000;
const MAX_SIDE = 16_000;
const SECONDS = 60;

// Pages are served by the same two cores.
sharp.concurrency(1);

/** A picture of bytes that somebody sent: its first frame, held to the limits, as a camera meant it to be seen. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", animated: false })
    .timeout({ seconds: SECONDS })
    .autoOrient();
}

/** The same picture written as this type, a GIF as PNG; nothing that stood beside its pixels stays. */
export function writeAs(picture: Sharp, contentType: string): { picture: Sharp; contentType: string } {
  if (contentType === "image/jpeg") return { contentType, picture: picture.jpeg({ quality: 90, mozjpeg: true }) };
  if (contentType === "image/webp") return { contentType, picture: picture.webp({ quality: 90 }) };
  if (contentType === "image/avif") return { contentType, picture: picture.avif({ quality: 70, effort: 3 }) };
  return { contentType: "image/png", picture: picture.png({ compressionLevel: 9 }) };
}

/**
 * Draws a picture anew: what is kept holds its pixels alone, turned as they are to be seen, in sRGB; places, names of
 * cameras, colour profiles, further frames and whatever was hung on behind are gone. Throws `mediaRefused`.
 */
export async function cleanPicture(bytes: Uint8Array, contentType: string): Promise<ReadUpload> {
  await refuseBombs(bytes);
  return drawn(openPicture(bytes), contentType);
}

/** What a picture is when it has been drawn. Throws `mediaRefused` for one that cannot be. */
export async function drawn(source: Sharp, wanted: string): Promise<ReadUpload> {
  const { picture, contentType } = writeAs(source, wanted);
  const ending = mediaKind(contentType)?.endings[0] ?? "png";
  try {
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType, ending, width: info.width, height: info.height };
  } catch {
    // libvips says by an Error of any kind that the bytes are damaged or take too long.
    throw mediaRefused("broken");
  }
}

/** Asks the head of a file how large the picture would be, before anything is unpacked. */
async function refuseBombs(bytes: Uint8Array): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw mediaRefused("broken");
    });
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
    throw mediaRefused("tooManyPixels", { megapixels: MAX_PIXELS / 1_000_000, side: MAX_SIDE });
  }
}
