import type { Tx } from "#app/platform/db/client.server.ts";
import type { TextVersionCause } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { keepBases } from "../translation/keep-bases.server.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import { keepVersion, keepWhatStands } from "./keep-version.server.ts";
import type { LessonTextInput } from "./lesson-text-schema.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";
import { isSameContent, storedDocumentSchema, type TextContent, type TextPlace } from "./text-content.ts";

export type SaveTextInput = LessonTextInput & {
  course: string;
  lesson: string;
  /** What made this text, where nobody wrote it just now. */
  cause?: TextVersionCause;
};

/**
 * Saves a lesson's text in one language, where nobody saved another since `before`, and writes it into the history.
 * The same text sent twice is saved once. Throws `changedMeanwhile` where somebody did, and 404 for who may not edit
 * the course or for a language that it has not.
 */
export async function saveText(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: courseSlug, lesson: lessonSlug, cause = "written", ...text }: SaveTextInput,
): Promise<{ updatedAt: Date }> {
  const { course, lesson } = await openLessonDraft(ctx, { course: courseSlug, lesson: lessonSlug });
  if (!course.locales.includes(text.locale)) throw notFound();
  const place = { lessonId: lesson.id, locale: text.locale };
  const { title, summary } = text;
  const content = { title, summary, document: storedDocumentSchema.parse(text.document) };
  return inTransaction(ctx.db, async (tx) => {
    const there = await findSame(tx, { place, content });
    if (there && text.basis === undefined) return there;
    const basis = text.basis ?? (await keepBases(tx, { place, content, sourceLocale: course.sourceLocale }));
    const updatedAt = await write(tx, { place, content, text: { ...text, basis }, now: ctx.clock.now() });
    if (!there) await keepVersion(tx, { place, content, cause, authorId: ctx.actor.id, at: updatedAt });
    return { updatedAt };
  });
}

/** When the same was saved, where it was. */
async function findSame(
  tx: Tx,
  { place, content }: { place: TextPlace; content: TextContent },
): Promise<{ updatedAt: Date } | null> {
  const there = await tx.lessonText.findUnique({ where: { lessonId_locale: place } });
  return there && isSameContent(there, content) ? { updatedAt: there.updatedAt } : null;
}

async function write(
  tx: Tx,
  input: { place: TextPlace; content: TextContent; text: LessonTextInput; now: Date },
): Promise<Date> {
  const { place, content, text, now } = input;
  const data = { ...content, ...(text.basis === undefined ? {} : { basis: text.basis }) };
  if (text.before === null) {
    const { count } = await tx.lessonText.createMany({
      data: [{ ...data, ...place, updatedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw changedMeanwhile();
    return now;
  }
  const before = new Date(text.before);
  await keepWhatStands(tx, place);
  const updatedAt = new Date(Math.max(now.getTime(), before.getTime() + 1));
  const { count } = await tx.lessonText.updateMany({
    where: { ...place, updatedAt: before },
    data: { ...data, updatedAt },
  });
  if (count === 0) throw changedMeanwhile();
  return updatedAt;
}
