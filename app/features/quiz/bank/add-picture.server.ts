import { imageSize } from "image-size";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import type { AddedPicture } from "../components/editing/pictures.ts";
import { bankRefused } from "./bank-errors.ts";
import { openBank } from "./open-bank.server.ts";

export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;
const MAX_PICTURES = 2_000;
const MAX_SIDE = 8_000;

const types: Record<string, { contentType: string; ending: string }> = {
  jpg: { contentType: "image/jpeg", ending: "jpg" },
  png: { contentType: "image/png", ending: "png" },
  webp: { contentType: "image/webp", ending: "webp" },
  avif: { contentType: "image/avif", ending: "avif" },
};

/** What the bytes are, whatever they are said to be, and their size as it is to be seen. */
function readPicture(bytes: Uint8Array) {
  if (bytes.length > MAX_PICTURE_BYTES) throw bankRefused("pictureTooLarge", { megabytes: 4 });
  const { type = "", width, height, orientation = 1 } = measure(bytes);
  const known = types[type];
  if (!known || width > MAX_SIDE || height > MAX_SIDE) throw bankRefused("pictureUnknown");
  // A photograph may be stored lying on its side.
  return orientation >= 5 ? { ...known, width: height, height: width } : { ...known, width, height };
}

function measure(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    // It says by an Error of any kind that these bytes are no picture it knows.
    throw bankRefused("pictureUnknown");
  }
}

const plainName = (name: string) =>
  name
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40) || "picture";

/**
 * Adds a picture to the course's files, or finds the same one there; its path bears its bytes' hash, so that no other
 * file is overwritten. Throws `notFound`, `pictureTooLarge`, `pictureUnknown`, `tooManyPictures`.
 */
export async function addPicture(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, name, bytes }: { course: string; name: string; bytes: Uint8Array },
): Promise<AddedPicture> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  const { contentType, ending, width, height } = readPicture(bytes);
  const sha256 = await putObject({ bytes, contentType });
  const seen = { href: `/media/${sha256}`, width, height };
  return inTransaction(ctx.db, async (tx) => {
    const there = await tx.courseMedia.findFirst({ where: { courseId, sha256 }, select: { path: true } });
    if (there) return { src: there.path, ...seen };
    if ((await tx.courseMedia.count({ where: { courseId } })) >= MAX_PICTURES) throw bankRefused("tooManyPictures");
    const path = `media/${plainName(name)}-${sha256.slice(0, 8)}.${ending}`;
    const row = { courseId, path, sha256, contentType, bytes: bytes.length };
    // Somebody may be adding the same one just now.
    await tx.courseMedia.createMany({ data: [row], skipDuplicates: true });
    return { src: path, ...seen };
  });
}
