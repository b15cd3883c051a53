import { createHash } from "node:crypto";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { documentProblems } from "./document-problems.ts";
import type { DraftToRelease } from "./draft-to-release.ts";
import { type LessonDocument, lessonDocumentSchema } from "./lesson-document.ts";
import { lessonUnreadable } from "./lesson-unreadable.ts";
import { lessonWords } from "./lesson-words.ts";
import { drawingReader, fileResolver, pictureResolver } from "./read-course-media.server.ts";
import { citationFormatter } from "./references/format-citations.server.ts";
import { loadCourseReferencesUnsafe } from "./references/load-course-references.server.ts";
import type { LinkTarget } from "./render-context.ts";
import { type LessonRendering, renderLesson } from "./render-lesson.ts";

export type RenderedText = {
  lessonId: string;
  locale: Locale;
  title: string;
  summary: string;
  /** Of the HTML and the headings. */
  renderingSha256: string;
} & LessonRendering;

type DraftText = { locale: string; title: string; summary: string; document: unknown };

/**
 * Renders single texts of a draft as a release would, unfinished ones too as far as they can be shown. What it answers
 * throws `lessonUnreadable`.
 */
export async function draftRenderer(
  tx: DbOrTx,
  course: DraftToRelease,
  read: (document: unknown) => LessonDocument = (document) => lessonDocumentSchema.parse(document),
) {
  const resources = {
    resolveLink: await linkResolver(tx, course),
    readDrawing: drawingReader(course),
    resolvePicture: await pictureResolver(course),
    resolveFile: fileResolver(course),
    formatCitations: citationFormatter(await loadCourseReferencesUnsafe(tx, { courseId: course.id })),
  };
  return async ({ id: lessonId }: { id: string }, text: DraftText): Promise<RenderedText> => {
    const locale = localeSchema.parse(text.locale);
    const document = read(text.document);
    const rendering = await renderLesson({ document, locale, words: lessonWords(locale), ...resources });
    const { title, summary } = text;
    return { lessonId, locale, title, summary, renderingSha256: hashRendering(rendering), ...rendering };
  };
}

/** Renders every text of a draft, in the order of its lessons and languages. Throws `lessonUnreadable`. */
export async function renderDraft(tx: Tx, course: DraftToRelease): Promise<RenderedText[]> {
  const render = await draftRenderer(tx, course, finishedDocument);
  const rendered: RenderedText[] = [];
  for (const lesson of course.sections.flatMap((section) => section.lessons)) {
    for (const text of lesson.texts) rendered.push(await render(lesson, text));
  }
  return rendered;
}

function finishedDocument(value: unknown): LessonDocument {
  const document = lessonDocumentSchema.parse(value);
  const [problem] = documentProblems(document);
  if (problem) throw lessonUnreadable(problem.reason);
  return document;
}

function hashRendering({ html, headings }: LessonRendering): string {
  return createHash("sha256")
    .update(JSON.stringify([html, headings]))
    .digest("hex");
}

/** Addresses without a language: they follow the reader's choice. */
async function linkResolver(tx: DbOrTx, course: DraftToRelease) {
  const lessons = new Set(course.sections.flatMap((section) => section.lessons.map(({ slug }) => slug)));
  const courses = new Set((await tx.course.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const former = new Set((await tx.courseFormerSlug.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  return ({ kind, slug }: LinkTarget): string | null => {
    if (kind === "lesson") return lessons.has(slug) ? `/learn/${course.slug}/${slug}` : null;
    return courses.has(slug) || former.has(slug) ? `/courses/${slug}` : null;
  };
}
