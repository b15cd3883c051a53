import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { keepMedia, lockFiles, storeUpload } from "./add-media.server.ts";
import { drawn, openPicture, type ReadUpload } from "./clean-picture.server.ts";
import { findMediaUses } from "./find-media-uses.server.ts";
import { mediaRefused } from "./media-errors.ts";
import { type MediaFile, selectMedia } from "./media-file.ts";
import { mediaKind } from "./media-kinds.ts";
import { endingOf, fileNameOf, mediaPath } from "./media-name.ts";
import type { Crop, MediaFacts } from "./media-schema.ts";
import { readUpload } from "./read-upload.server.ts";

type Asker = Pick<PersonContext, "db" | "actor">;
type Address = { course: string; file: string };

async function openFile(ctx: Asker, address: Address) {
  const { id: courseId } = await openCourseDraft(ctx, address);
  const path = `media/${address.file}`;
  const row = await ctx.db.courseMedia.findUnique({
    where: { courseId_path: { courseId, path } },
    select: selectMedia,
  });
  if (!row) throw notFound();
  return { courseId, path, row };
}

async function refuseUsed(tx: Tx, { courseId, path }: { courseId: string; path: string }): Promise<void> {
  const uses = await findMediaUses(tx, { courseId, paths: [path] });
  if (uses.length > 0) throw mediaRefused("inUse");
}

/**
 * Saves whose a file is and on what terms, and what it is called, and answers its name. What something shows keeps its
 * name (`inUse`), and no two files have one (`sameName`).
 */
export async function changeMediaFacts(ctx: Asker, { facts, ...address }: Address & { facts: MediaFacts }) {
  const { courseId, path } = await openFile(ctx, address);
  return inTransaction(ctx.db, async (tx) => {
    await lockFiles(tx, courseId);
    const { name, credit, licence } = facts;
    const ending = endingOf(path);
    const wanted = mediaPath({ name: `${name}.${ending}`, ending, otherwise: "file", taken: () => false });
    if (wanted !== path) {
      await refuseUsed(tx, { courseId, path });
      const there = await tx.courseMedia.count({ where: { courseId, path: wanted } });
      if (there > 0) throw mediaRefused("sameName");
    }
    const data = { path: wanted, credit, licence };
    await tx.courseMedia.update({ where: { courseId_path: { courseId, path } }, data });
    return { file: fileNameOf(wanted) };
  });
}

/** Takes a file from a course where nothing shows it (throws `inUse`). Releases that show it keep it. */
export async function removeMedia(ctx: Asker, address: Address): Promise<void> {
  const { courseId, path } = await openFile(ctx, address);
  await inTransaction(ctx.db, async (tx) => {
    await lockFiles(tx, courseId);
    await refuseUsed(tx, { courseId, path });
    await tx.courseMedia.deleteMany({ where: { courseId, path } });
  });
}

/** As the file in whose place it is put; a picture of pixels becomes one of the same type. */
async function fitted(upload: ReadUpload, contentType: string): Promise<ReadUpload> {
  if (upload.contentType === contentType) return upload;
  const isPixels = (type: string) => type !== "image/svg+xml" && mediaKind(type)?.isPicture === true;
  if (isPixels(upload.contentType) && isPixels(contentType)) return drawn(openPicture(upload.bytes), contentType);
  throw mediaRefused("otherKind", { kind: mediaKind(contentType)?.name ?? contentType });
}

/**
 * Puts other bytes in the place of a file's: the draft shows them wherever it showed the file, learners from the next
 * release on. Throws `mediaRefused` with what is wrong with them.
 */
export async function replaceMedia(
  ctx: Asker,
  { name, bytes, ...address }: Address & { name: string; bytes: Uint8Array },
): Promise<void> {
  const { courseId, path, row } = await openFile(ctx, address);
  const upload = await fitted(await readUpload({ name, bytes }), row.contentType);
  const { sha256, settleForms } = await storeUpload(upload);
  const { width, height } = upload;
  await inTransaction(ctx.db, async (tx) => {
    const data = { sha256, bytes: upload.bytes.length, width, height };
    await tx.courseMedia.update({ where: { courseId_path: { courseId, path } }, data });
    const cover = { id: courseId, coverSha256: row.sha256 };
    await tx.course.updateMany({ where: cover, data: { coverSha256: sha256 } });
    await settleForms(tx);
  });
}

/** Cuts a part out of a picture of pixels and adds it to the course as a picture of its own. Throws `mediaRefused`. */
export async function cropMedia(ctx: Asker, { crop, ...address }: Address & { crop: Crop }): Promise<MediaFile> {
  const { courseId, path, row } = await openFile(ctx, address);
  if (!row.contentType.startsWith("image/") || row.contentType === "image/svg+xml") throw mediaRefused("notPicture");
  const bytes = await getObject(row.sha256);
  if (!bytes) throw notFound();
  const whole = await drawn(openPicture(bytes), "image/png");
  const { x: left, y: top, width, height } = crop;
  if (left + width > (whole.width ?? 0) || top + height > (whole.height ?? 0)) throw mediaRefused("outside");
  const part = openPicture(whole.bytes).extract({ left, top, width, height });
  const upload = await drawn(part, row.contentType);
  const name = fileNameOf(path).replace(/\.([^.]+)$/, "-part.$1");
  const { credit, licence } = row;
  const { isNew: _, ...file } = await keepMedia(ctx, { courseId, name, upload, facts: { credit, licence } });
  return file;
}
