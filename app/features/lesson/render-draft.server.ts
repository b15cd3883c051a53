import { createHash } from "node:crypto";
import type { Tx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { documentProblems } from "./document-problems.ts";
import type { DraftToRelease } from "./draft-to-release.ts";
import { type LessonDocument, lessonDocumentSchema } from "./lesson-document.ts";
import { lessonUnreadable } from "./lesson-unreadable.ts";
import { lessonWords } from "./lesson-words.ts";
import { drawingReader, fileResolver, pictureResolver } from "./read-course-media.server.ts";
import type { LinkTarget } from "./render-context.ts";
import { type LessonRendering, renderLesson } from "./render-lesson.ts";

export type RenderedText = {
  lessonId: string;
  locale: string;
  title: string;
  summary: string;
  /** Of the HTML and the headings. */
  renderingSha256: string;
} & LessonRendering;

/** Renders every text of a draft, in the order of its lessons and languages. Throws `lessonUnreadable`. */
export async function renderDraft(tx: Tx, course: DraftToRelease): Promise<RenderedText[]> {
  const resources = {
    resolveLink: await linkResolver(tx, course),
    readDrawing: drawingReader(course),
    resolvePicture: await pictureResolver(course),
    resolveFile: fileResolver(course),
  };
  const rendered: RenderedText[] = [];
  for (const { id, texts } of course.sections.flatMap((section) => section.lessons)) {
    for (const text of texts) {
      const locale = localeSchema.parse(text.locale);
      const document = finishedDocument(text.document);
      const rendering = await renderLesson({ document, locale, words: lessonWords(locale), ...resources });
      const { title, summary } = text;
      rendered.push({ lessonId: id, locale, title, summary, renderingSha256: hashRendering(rendering), ...rendering });
    }
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
async function linkResolver(tx: Tx, course: DraftToRelease) {
  const lessons = new Set(course.sections.flatMap((section) => section.lessons.map(({ slug }) => slug)));
  const courses = new Set((await tx.course.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const former = new Set((await tx.courseFormerSlug.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  return ({ kind, slug }: LinkTarget): string | null => {
    if (kind === "lesson") return lessons.has(slug) ? `/learn/${course.slug}/${slug}` : null;
    return courses.has(slug) || former.has(slug) ? `/courses/${slug}` : null;
  };
}
