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
  const [texts, text, choices] = await Promise.all([
    findTextTitles(db, { lessonId: lesson.id, locales: course.locales }),
    unsafeFindText(db, { lessonId: lesson.id, locale }),
    findChoices(db, { courseId: course.id, locale }),
  ]);
  const { slug, locales, sourceLocale, titles } = course;
  const markdown = text ? writeLessonBody(text.document) : "";
  return { course: { slug, locales, sourceLocale, titles, ...choices }, lesson, locale, texts, text, markdown };
}

type Db = PersonContext["db"];

/** What a link or a figure of the text may be chosen from. */
async function findChoices(db: Db, { courseId, locale }: { courseId: string; locale: Locale }) {
  const [lessons, courses, pictures] = await Promise.all([
    findLessonNames(db, { courseId, locale }),
    db.course.findMany({
      where: { state: "published" },
      select: { slug: true, texts: { select: { locale: true, title: true } } },
      orderBy: { slug: "asc" },
      take: 200,
    }),
    db.courseMedia.findMany({
      where: { courseId, contentType: { startsWith: "image/" } },
      select: { path: true, sha256: true },
      orderBy: { path: "asc" },
    }),
  ]);
  return {
    lessons,
    courses: courses.map(({ slug, texts }) => ({ slug, title: titleIn(texts, locale) ?? slug })),
    pictures: pictures.map(({ path, sha256 }) => ({ path, href: `/media/${sha256}` })),
  };
}

const titleIn = (texts: { locale: string; title: string }[], locale: Locale) =>
  (texts.find((text) => text.locale === locale) ?? texts[0])?.title;

/** The lessons of a course's draft, as a link to one of them is chosen. */
async function findLessonNames(db: Db, { courseId, locale }: { courseId: string; locale: Locale }) {
  const rows = await db.lesson.findMany({
    where: { courseId, removedAt: null },
    select: { slug: true, texts: { select: { locale: true, title: true } } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
  });
  return rows.map(({ slug, texts }) => ({ slug, title: titleIn(texts, locale) ?? slug }));
}
