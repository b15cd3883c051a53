import type { LessonDocument } from "#app/features/lesson/lesson-document.ts";
import { lessonWords } from "#app/features/lesson/lesson-words.ts";
import { formSets } from "#app/features/lesson/media/picture-forms.ts";
import { parseLessonMarkdown } from "#app/features/lesson/parse-lesson-markdown.ts";
import type { LessonProblem } from "#app/features/lesson/read-context.ts";
import type { FormatCitations } from "#app/features/lesson/render-context.ts";
import { renderLesson } from "#app/features/lesson/render-lesson.ts";
import { writeLessonMarkdown } from "#app/features/lesson/write-lesson-markdown.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

const frontMatter = { id: "01a2004c-d07b-760b-821d-301f55e1a9d2", title: "الموقع والماء", summary: "سطر واحد." };
const HEAD = `---\nid: ${frontMatter.id}\ntitle: ${frontMatter.title}\nsummary: ${frontMatter.summary}\n---\n`;

export const sampleDrawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">
  <defs><linearGradient id="sky"><stop offset="0" stop-color="var(--tile, #0f5d6c)"/></linearGradient></defs>
  <rect width="640" height="360" fill="url(#sky)"/><text x="10" y="20" font-size="14" direction="rtl">العين</text>
</svg>`;

const size = { width: 800, height: 600 };
const samplePicture = {
  href: "/media/abc",
  ...size,
  sets: formSets({ sha256: "abc", contentType: "image/jpeg", ...size }),
};

/** The document of a lesson's body, written as in docs/author.md; throws when there is something wrong with it. */
export function lessonText(body: string): LessonDocument {
  const parsed = parseLessonMarkdown({ markdown: HEAD + body, path: "lessons/01-a.ar.md" });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** What is wrong with a lesson's body; lines are counted from the body's first. */
export function lessonProblems(body: string): LessonProblem[] {
  const parsed = parseLessonMarkdown({ markdown: HEAD + body, path: "lessons/01-a.ar.md" });
  return parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, line: problem.line - 5 }));
}

/** The body as it is written again after it was read. */
export function rewritten(body: string): string {
  const written = writeLessonMarkdown({ frontMatter, document: lessonText(body) });
  return written.slice(written.indexOf("\n---\n") + 6);
}

export async function renderedDocument(
  document: LessonDocument,
  {
    locale = "ar",
    drawing = sampleDrawing,
    formatCitations,
  }: { locale?: Locale; drawing?: string | null; formatCitations?: FormatCitations } = {},
) {
  return renderLesson({
    document,
    locale,
    words: lessonWords(locale),
    resolveLink: ({ kind, slug }) => (slug === "nowhere" ? null : `/${kind}s/${slug}`),
    resolvePicture: () => samplePicture,
    resolveFile: () => ({ href: "/media/def", contentType: "application/pdf", bytes: 1_400_000 }),
    readDrawing: async () => drawing,
    formatCitations,
  });
}

export async function renderedHtml(body: string, options: { locale?: Locale; drawing?: string | null } = {}) {
  return (await renderedDocument(lessonText(body), options)).html;
}
