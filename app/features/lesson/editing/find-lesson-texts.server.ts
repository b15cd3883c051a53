import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { writeLessonBody } from "../write-lesson-markdown.ts";

export type DraftText = { locale: Locale; title: string; summary: string; markdown: string; updatedAt: string | null };

/** The texts of a lesson of a draft as they are edited: one in each of the languages, empty where none is written. */
export async function findLessonTexts(
  db: DbOrTx,
  { lessonId, locales }: { lessonId: string; locales: Locale[] },
): Promise<DraftText[]> {
  const rows = await db.lessonText.findMany({
    where: { lessonId },
    select: { locale: true, title: true, summary: true, document: true, updatedAt: true },
  });
  return locales.map((locale) => {
    const text = rows.find((one) => one.locale === locale);
    if (!text) return { locale, title: "", summary: "", markdown: "", updatedAt: null };
    const { title, summary, document, updatedAt } = text;
    const markdown = writeLessonBody(lessonDocumentSchema.parse(document));
    return { locale, title, summary, markdown, updatedAt: updatedAt.toISOString() };
  });
}
