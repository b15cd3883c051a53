import type { DraftAsker } from "#app/features/course/open-course-draft.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findEditorCourse } from "../editing/find-editor-course.server.ts";
import { findTextTitles } from "../editing/find-text-titles.server.ts";
import { openLessonDraft } from "../editing/open-lesson-draft.server.ts";
import { type LessonDocument, lessonDocumentSchema } from "../lesson-document.ts";
import { readBasis } from "./keep-bases.server.ts";
import { renderParts } from "./render-parts.server.ts";
import type { TranslationBasis } from "./translation-basis.ts";

export type TranslatedText = { title: string; summary: string; document: LessonDocument; updatedAt: Date };

/** A source and its translation as they are saved; the basis is null where nothing is known of it. */
export type TranslationPair = {
  source: TranslatedText;
  translation: (TranslatedText & { basis: TranslationBasis | null }) | null;
};

/** Source and translation of a lesson; null where the source is not written. Asks nobody who may read them. */
export async function unsafeFindPair(
  db: DbOrTx,
  { lessonId, source, language }: { lessonId: string; source: Locale; language: Locale },
): Promise<TranslationPair | null> {
  const rows = await db.lessonText.findMany({ where: { lessonId, locale: { in: [source, language] } } });
  const read = (locale: Locale) => {
    const row = rows.find((one) => one.locale === locale);
    if (!row) return null;
    const { title, summary, updatedAt, basis } = row;
    const document = lessonDocumentSchema.parse(row.document);
    return { title, summary, updatedAt, document, basis: readBasis(basis, source) };
  };
  const written = read(source);
  return written && { source: written, translation: read(language) };
}

/** The lesson, and the languages from which and into which it is translated. Throws 404 where there are no two. */
export async function openTranslation(
  asker: DraftAsker,
  { language, ...address }: { course: string; lesson: string; language: Locale },
) {
  const { course, lesson } = await openLessonDraft(asker, address);
  const source = localeSchema.parse(course.sourceLocale);
  if (!course.locales.includes(language) || language === source) throw notFound();
  return { course, lesson, source, language };
}

export type OpenTranslation = Awaited<ReturnType<typeof openTranslation>>;

/** Both texts as the page shows them: with the HTML of each of their parts. */
export async function showPair(
  db: DbOrTx,
  { course, lesson, source, language }: Pick<OpenTranslation, "course" | "lesson" | "source" | "language">,
) {
  const pair = await unsafeFindPair(db, { lessonId: lesson.id, source, language });
  if (!pair) return null;
  const render = (locale: Locale, text: TranslatedText | null) =>
    text ? renderParts(db, { course, locale, document: text.document }) : Promise.resolve([]);
  const [sourceHtml, translationHtml] = await Promise.all([
    render(source, pair.source),
    render(language, pair.translation),
  ]);
  const { updatedAt: _, ...sourceText } = pair.source;
  if (!pair.translation) return { source: sourceText, translation: null, sourceHtml, translationHtml };
  const { updatedAt: __, ...translation } = pair.translation;
  return { source: sourceText, translation, sourceHtml, translationHtml };
}

export type ShownPair = NonNullable<Awaited<ReturnType<typeof showPair>>>;

/** All that the page shows on which a lesson is translated into a language. Throws 404 for who may not edit it. */
export async function findTranslation(asker: DraftAsker, input: { course: string; lesson: string; language: Locale }) {
  const open = await openTranslation(asker, input);
  const { course, lesson, source, language } = open;
  const [pair, texts, editorCourse] = await Promise.all([
    showPair(asker.db, open),
    findTextTitles(asker.db, { lessonId: lesson.id, locales: course.locales }),
    findEditorCourse(asker.db, { courseId: course.id, locale: language }),
  ]);
  const { slug, titles, locales } = course;
  return {
    course: { slug, titles, locales },
    lesson: { slug: lesson.slug },
    source,
    language,
    pair,
    texts,
    editorCourse,
  };
}

export type TranslationData = Awaited<ReturnType<typeof findTranslation>>;
