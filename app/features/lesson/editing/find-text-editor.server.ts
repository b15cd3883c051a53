import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { writeLessonBody } from "../write-lesson-markdown.ts";
import { unsafeFindText } from "./find-text.server.ts";
import { findTextTitles } from "./find-text-titles.server.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";

/**
 * All that the page shows on which a lesson's text is edited in one language; without one, in that of the course.
 * Throws 404 for who may not edit it, and for a language that the course has not.
 */
export async function findTextEditor(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { language, ...address }: { course: string; lesson: string; language?: Locale },
) {
  const { course, lesson } = await openLessonDraft({ db, actor }, address);
  const locale = language ?? localeSchema.parse(course.sourceLocale);
  if (!course.locales.includes(locale)) throw notFound();
  const [texts, text, lessons] = await Promise.all([
    findTextTitles(db, { lessonId: lesson.id, locales: course.locales }),
    unsafeFindText(db, { lessonId: lesson.id, locale }),
    findLessonNames(db, { courseId: course.id, locale }),
  ]);
  const { slug, locales, sourceLocale, titles } = course;
  const markdown = text ? writeLessonBody(text.document) : "";
  return { course: { slug, locales, sourceLocale, titles, lessons }, lesson, locale, texts, text, markdown };
}

/** The lessons of a course's draft, as a link to one of them is chosen. */
async function findLessonNames(db: PersonContext["db"], { courseId, locale }: { courseId: string; locale: Locale }) {
  const rows = await db.lesson.findMany({
    where: { courseId, removedAt: null },
    select: { slug: true, texts: { select: { locale: true, title: true } } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
  });
  return rows.map(({ slug, texts }) => {
    const title = (texts.find((text) => text.locale === locale) ?? texts[0])?.title ?? slug;
    return { slug, title };
  });
}

export type TextEditorData = Awaited<ReturnType<typeof findTextEditor>>;
