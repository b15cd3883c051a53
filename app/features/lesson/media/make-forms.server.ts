import sharp, { type Sharp } from "sharp";
import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { getObject, putObject } from "#app/platform/storage/storage.server.ts";
import { plannedForms } from "./picture-forms.ts";

type Picture = { sha256: string; contentType: string };

const pictureFormsJob = {
  name: "makePictureForms",
  payload: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), contentType: z.string() }),
};

/** Pictures of so few pixels have their forms made while the one who sent them waits. */
const AT_ONCE_PIXELS = 250_000;

const writers: Record<string, (picture: Sharp) => Sharp> = {
  "image/avif": (picture) => picture.avif({ quality: 55, effort: 3 }),
  "image/webp": (picture) => picture.webp({ quality: 80 }),
  "image/jpeg": (picture) => picture.jpeg({ quality: 82, mozjpeg: true }),
  "image/png": (picture) => picture.png({ compressionLevel: 9 }),
};

export type MadeForm = { contentType: string; width: number; height: number; sha256: string; bytes: number };

async function makeForms(picture: Picture, bytes: Uint8Array): Promise<MadeForm[]> {
  const { width } = await sharp(bytes).metadata();
  const made: MadeForm[] = [];
  // One after the other: the pages are served meanwhile.
  for (const form of plannedForms({ ...picture, width })) {
    const write = writers[form.contentType];
    if (!write) continue;
    const resized = write(sharp(bytes).resize({ width: form.width, withoutEnlargement: true }));
    const { data, info } = await resized.toBuffer({ resolveWithObject: true });
    const sha256 = await putObject({ bytes: data, contentType: form.contentType });
    made.push({ ...form, height: info.height, sha256, bytes: data.length });
  }
  return made;
}

/** The forms of a small picture, made at once; null for one whose forms are work for a job. */
export async function makeSmallForms(
  picture: Picture & { width: number | null; height: number | null },
  bytes: Uint8Array,
): Promise<MadeForm[] | null> {
  const pixels = (picture.width ?? 0) * (picture.height ?? 0);
  return pixels > 0 && pixels <= AT_ONCE_PIXELS ? makeForms(picture, bytes) : null;
}

/** Notes the forms of a picture that are made; those that were noted already stay. */
export async function noteForms(db: DbOrTx, sourceSha256: string, forms: MadeForm[]): Promise<void> {
  await db.pictureForm.createMany({ data: forms.map((form) => ({ ...form, sourceSha256 })), skipDuplicates: true });
}

/** Has the forms of these pictures made that are not there yet, by jobs of the caller's transaction. */
export async function askForForms(db: DbOrTx, pictures: Picture[]): Promise<void> {
  const wanted = new Map(
    pictures
      .filter(({ contentType }) => plannedForms({ contentType, width: 1 }).length > 0)
      .map((picture) => [picture.sha256, { sha256: picture.sha256, contentType: picture.contentType }]),
  );
  if (wanted.size === 0) return;
  const there = await db.pictureForm.findMany({
    where: { sourceSha256: { in: [...wanted.keys()] } },
    select: { sourceSha256: true },
    distinct: ["sourceSha256"],
  });
  for (const { sourceSha256 } of there) wanted.delete(sourceSha256);
  for (const picture of wanted.values()) {
    await addJob(db, pictureFormsJob, picture, { key: `makePictureForms:${picture.sha256}` });
  }
}

/** Makes and notes the forms of one picture; what has been made before is made again and is the same. */
export async function makePictureForms({ db }: Pick<JobContext, "db">, picture: Picture): Promise<void> {
  if ((await db.pictureForm.count({ where: { sourceSha256: picture.sha256 } })) > 0) return;
  const bytes = await getObject(picture.sha256);
  if (!bytes) throw new Error("The bytes of a picture are not in storage");
  const forms = await makeForms(picture, bytes);
  // All at once: a picture that has one form has them all.
  await inTransaction(db, (tx) => noteForms(tx, picture.sha256, forms));
}

/** What does the job that is added with a picture. */
export const pictureFormsHandler: JobHandler = jobHandler(pictureFormsJob, makePictureForms);
