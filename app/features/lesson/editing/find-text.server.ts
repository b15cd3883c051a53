import type { DraftAsker } from "#app/features/course/open-course-draft.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { type LessonDocument, lessonDocumentSchema } from "../lesson-document.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";

/** A text as it is saved, with the name of who saved it last, where that is known. */
export type SavedText = {
  title: string;
  summary: string;
  document: LessonDocument;
  updatedAt: string;
  by: string | null;
};

/** The text of a lesson in a language as it is saved now; null where there is none. Asks nobody who may read it. */
export async function unsafeFindText(
  db: DbOrTx,
  { lessonId, locale }: { lessonId: string; locale: Locale },
): Promise<SavedText | null> {
  const text = await db.lessonText.findUnique({
    where: { lessonId_locale: { lessonId, locale } },
    select: { title: true, summary: true, document: true, updatedAt: true },
  });
  if (!text) return null;
  const version = await db.lessonTextVersion.findFirst({
    where: { lessonId, locale },
    orderBy: [{ savedAt: "desc" }, { id: "desc" }],
    select: { savedAt: true, author: { select: { name: true } } },
  });
  const known = version?.savedAt.getTime() === text.updatedAt.getTime();
  return {
    title: text.title,
    summary: text.summary,
    document: lessonDocumentSchema.parse(text.document),
    updatedAt: text.updatedAt.toISOString(),
    by: known ? (version?.author?.name ?? null) : null,
  };
}

/** The same for who may edit it. Throws 404 for others, and for a language that the course has not. */
export async function findText(
  asker: DraftAsker,
  { locale, ...address }: { course: string; lesson: string; locale: Locale },
): Promise<SavedText | null> {
  const { course, lesson } = await openLessonDraft(asker, address);
  if (!course.locales.includes(locale)) throw notFound();
  return unsafeFindText(asker.db, { lessonId: lesson.id, locale });
}
