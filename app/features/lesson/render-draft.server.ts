import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import type { Tx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import type { DraftToRelease } from "./draft-to-release.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";
import { lessonWords } from "./lesson-words.ts";
import type { LessonPicture, LinkTarget } from "./render-context.ts";
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
  };
  const rendered: RenderedText[] = [];
  for (const { id, texts } of course.sections.flatMap((section) => section.lessons)) {
    for (const text of texts) {
      const locale = localeSchema.parse(text.locale);
      const document = lessonDocumentSchema.parse(text.document);
      const rendering = await renderLesson({ document, locale, words: lessonWords(locale), ...resources });
      const { title, summary } = text;
      rendered.push({ lessonId: id, locale, title, summary, renderingSha256: hashRendering(rendering), ...rendering });
    }
  }
  return rendered;
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

function drawingReader({ media }: DraftToRelease) {
  const known = new Map<string, Promise<string | null>>();
  const read = async (path: string) => {
    const found = media.find((one) => one.path === path);
    const bytes = found && (await getObject(found.sha256));
    return bytes?.toString("utf8") ?? null;
  };
  return (path: string): Promise<string | null> => {
    const drawing = known.get(path) ?? read(path);
    known.set(path, drawing);
    return drawing;
  };
}

async function pictureResolver({ media }: DraftToRelease) {
  const pictures = new Map<string, LessonPicture>();
  for (const { path, sha256, contentType } of media) {
    if (contentType === "image/svg+xml") continue;
    const bytes = await getObject(sha256);
    if (bytes) pictures.set(path, { href: `/media/${sha256}`, ...sizeOf(bytes) });
  }
  return (path: string): LessonPicture | null => pictures.get(path) ?? null;
}

/** As it is to be seen: a photograph may be stored lying on its side. */
function sizeOf(bytes: Buffer): { width: number; height: number } {
  const { width, height, orientation = 1 } = imageSize(bytes);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
