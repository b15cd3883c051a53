import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findTextTitles } from "../editing/find-text-titles.server.ts";
import { openLessonDraft } from "../editing/open-lesson-draft.server.ts";

export type HistoryAddress = { course: string; lesson: string; language?: Locale };

/**
 * The text whose history is asked for, in the language of the course where none is named. Throws 404 for who may not
 * edit it, and for a language that the course has not.
 */
export async function openHistory(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { language, ...address }: HistoryAddress,
) {
  const { course, lesson } = await openLessonDraft({ db, actor }, address);
  const locale = language ?? localeSchema.parse(course.sourceLocale);
  if (!course.locales.includes(locale)) throw notFound();
  const texts = await findTextTitles(db, { lessonId: lesson.id, locales: course.locales });
  return { course: { slug: course.slug, titles: course.titles }, lesson, locale, texts };
}
