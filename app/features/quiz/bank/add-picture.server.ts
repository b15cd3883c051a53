import { keepMedia } from "#app/features/lesson/media/add-media.server.ts";
import { readUpload } from "#app/features/lesson/media/read-upload.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { AddedPicture } from "../components/editing/pictures.ts";
import { bankRefused } from "./bank-errors.ts";
import { openBank } from "./open-bank.server.ts";

export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;

const TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/avif"]);

/**
 * Adds a picture to the course's files as `addMedia` does, drawn anew without what cameras write beside it, or finds
 * the same one there. Throws `notFound`, `pictureTooLarge`, `pictureUnknown`, and `mediaRefused`.
 */
export async function addPicture(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, name, bytes }: { course: string; name: string; bytes: Uint8Array },
): Promise<AddedPicture> {
  const { id: courseId } = await openBank(ctx, { course: slug });
  if (bytes.length > MAX_PICTURE_BYTES) throw bankRefused("pictureTooLarge", { megabytes: 4 });
  const upload = await readUpload({ name, bytes });
  const { contentType, width, height } = upload;
  if (!TYPES.has(contentType) || width === null || height === null) throw bankRefused("pictureUnknown");
  const { path: src, href } = await keepMedia(ctx, { courseId, name, upload });
  return { src, href, width, height };
}
