import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import type { ReadUpload } from "./clean-picture.server.ts";
import { askForForms, makeSmallForms, noteForms } from "./make-forms.server.ts";
import { mediaRefused } from "./media-errors.ts";
import { type MediaFile, mediaFile, selectMedia } from "./media-file.ts";
import { MAX_COURSE_BYTES, MAX_MEDIA } from "./media-kinds.ts";
import { mediaPath } from "./media-name.ts";
import { readUpload } from "./read-upload.server.ts";

type Asker = Pick<PersonContext, "db" | "actor">;

/**
 * Adds a file to a course, or finds the same one there, and has the narrower forms of a picture made. Throws 404 to
 * those who may not edit the course, and `mediaRefused` with what is wrong with the file.
 */
export async function addMedia(
  ctx: Asker,
  input: { course: string; name: string; bytes: Uint8Array },
): Promise<MediaFile & { isNew: boolean }> {
  const { id: courseId } = await openCourseDraft(ctx, input);
  const upload = await readUpload(input);
  return keepMedia(ctx, { courseId, name: input.name, upload });
}

/** Keeps a file that was read, as `addMedia` does; `facts` are whose it is and on what terms, where that is known. */
export async function keepMedia(
  { db }: Pick<Asker, "db">,
  input: {
    courseId: string;
    name: string;
    upload: ReadUpload;
    facts?: { credit: string | null; licence: string | null };
  },
): Promise<MediaFile & { isNew: boolean }> {
  const { courseId, name, upload, facts } = input;
  const stored = await storeUpload(upload);
  return inTransaction(db, async (tx) => {
    await lockFiles(tx, courseId);
    const there = await tx.courseMedia.findFirst({ where: { courseId, sha256: stored.sha256 }, select: selectMedia });
    if (there) return { ...mediaFile(there), isNew: false };
    const path = await freePath(tx, { courseId, name, upload });
    const { bytes, contentType, width, height } = upload;
    const row = { courseId, path, sha256: stored.sha256, contentType, bytes: bytes.length, width, height, ...facts };
    const added = await tx.courseMedia.create({ data: row, select: selectMedia });
    await stored.settleForms(tx);
    return { ...mediaFile(added), isNew: true };
  });
}

/** Puts the bytes into storage; what is left to do for their forms is to be done with the row that names them. */
export async function storeUpload(upload: ReadUpload) {
  const { bytes, contentType, width, height } = upload;
  const sha256 = await putObject({ bytes, contentType });
  const forms = await makeSmallForms({ sha256, contentType, width, height }, bytes);
  const settleForms = (tx: Tx) => (forms ? noteForms(tx, sha256, forms) : askForForms(tx, [{ sha256, contentType }]));
  return { sha256, settleForms };
}

/** Two who add to one course at once would take the same name, or pass its limits together. */
export async function lockFiles(tx: Tx, courseId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Course" where "id" = ${courseId}::uuid for no key update`;
}

async function freePath(
  tx: Tx,
  { courseId, name, upload }: { courseId: string; name: string; upload: ReadUpload },
): Promise<string> {
  const files = await tx.courseMedia.findMany({ where: { courseId }, select: { path: true, bytes: true } });
  if (files.length >= MAX_MEDIA) throw mediaRefused("tooMany", { most: MAX_MEDIA });
  const bytes = files.reduce((sum, file) => sum + file.bytes, upload.bytes.length);
  if (bytes > MAX_COURSE_BYTES) throw mediaRefused("courseFull", { gigabytes: MAX_COURSE_BYTES / 1024 ** 3 });
  const paths = new Set(files.map(({ path }) => path));
  const otherwise = upload.width === null ? "file" : "picture";
  return mediaPath({ name, ending: upload.ending, otherwise, taken: (path) => paths.has(path) });
}
