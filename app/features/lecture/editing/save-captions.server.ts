import type { z } from "zod";
import { changedMeanwhile } from "#app/features/lesson/editing/changed-meanwhile.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { writeVtt } from "../captions/write-vtt.ts";
import type { saveCaptionsSchema } from "./edit-schema.ts";
import { openLectureDraft } from "./open-draft.server.ts";

/**
 * Saves the captions of a lecture in one language, where nobody saved them since `updatedAt` (throws
 * `changedMeanwhile`); without a cue there are none any more. Answers when they were saved, or null where none are left.
 */
export async function saveCaptions(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course, lesson: slug, ...input }: { course: string; lesson: string } & z.output<typeof saveCaptionsSchema>,
): Promise<{ updatedAt: Date | null }> {
  const { lesson } = await openLectureDraft(ctx, { course, lesson: slug });
  const { locale, cues } = input;
  return inTransaction(ctx.db, async (tx) => {
    const before = await lockCaptions(tx, { lessonId: lesson.id, locale });
    if (before?.updatedAt.toISOString() !== normal(input.updatedAt)) throw changedMeanwhile();
    const key = { lessonId: lesson.id, locale };
    if (cues.length === 0) {
      await tx.lectureCaptions.deleteMany({ where: key });
      return { updatedAt: null };
    }
    const updatedAt = new Date(Math.max(ctx.clock.now().getTime(), (before?.updatedAt.getTime() ?? 0) + 1));
    const data = { vtt: writeVtt(cues), updatedAt };
    await tx.lectureCaptions.upsert({ where: { lessonId_locale: key }, create: { ...key, ...data }, update: data });
    return { updatedAt };
  });
}

const normal = (time: string | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

/** The lecture is made where the lesson has none yet, and held: two who save one language come one after the other. */
async function lockCaptions(tx: Tx, { lessonId, locale }: { lessonId: string; locale: Locale }) {
  await ensureLecture(tx, lessonId);
  return tx.lectureCaptions.findUnique({
    where: { lessonId_locale: { lessonId, locale } },
    select: { updatedAt: true },
  });
}

/** Makes the row of a lecture where its lesson has none, and holds it to the end of the transaction. */
export async function ensureLecture(tx: Tx, lessonId: string): Promise<void> {
  await tx.$executeRaw`
    insert into "Lecture" ("lessonId", "courseId") select "id", "courseId" from "Lesson" where "id" = ${lessonId}::uuid
    on conflict do nothing`;
  await tx.$queryRaw`select 1 from "Lecture" where "lessonId" = ${lessonId}::uuid for update`;
}
