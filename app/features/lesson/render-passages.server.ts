import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { lessonUnreadable } from "./lesson-unreadable.ts";
import { lessonWords } from "./lesson-words.ts";
import { parsePassage } from "./parse-lesson-markdown.ts";
import { drawingReader, fileResolver, pictureResolver, renderedMedia } from "./read-course-media.server.ts";
import { renderLesson } from "./render-lesson.ts";

/**
 * HTML of texts that stand outside a lesson's page, such as what a question asks, with the pictures of their course;
 * links to lessons are left out. One for each text, in order. Throws `lessonUnreadable`.
 */
export async function renderPassages(
  db: DbOrTx,
  { courseId, passages }: { courseId: string; passages: readonly Translated[] },
): Promise<Translated[]> {
  const media = await db.courseMedia.findMany({
    where: { courseId },
    select: renderedMedia,
  });
  const resources = {
    resolveLink: () => null,
    readDrawing: drawingReader({ media }),
    resolvePicture: await pictureResolver({ media }),
    resolveFile: fileResolver({ media }),
  };
  const render = async ([given, markdown]: [string, string]) => {
    const locale = localeSchema.parse(given);
    const parsed = parsePassage({ markdown, path: "" });
    if (!parsed.ok) throw lessonUnreadable(parsed.problems.map(({ reason }) => reason).join(" "));
    const { html } = await renderLesson({
      document: parsed.document,
      locale,
      words: lessonWords(locale),
      ...resources,
    });
    return [locale, html];
  };
  return Promise.all(
    passages.map(async (passage) => Object.fromEntries(await Promise.all(Object.entries(passage).map(render)))),
  );
}
