import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LessonDocument } from "../lesson-document.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { lessonWords } from "../lesson-words.ts";
import { drawingReader, fileResolver, pictureResolver, renderedMedia } from "../read-course-media.server.ts";
import { citationFormatter } from "../references/format-citations.server.ts";
import { loadCourseReferencesUnsafe } from "../references/load-course-references.server.ts";
import { renderLesson } from "../render-lesson.ts";
import { splitDocument } from "./split-document.ts";

/** The ids of one part beside those of others on the same page, whose notes and works are no landmarks. */
function withOwnIds(html: string, prefix: string): string {
  return html
    .replace(/ role="doc-(?:endnotes|bibliography)" aria-labelledby="[^"]*"/g, "")
    .replace(/ (id|aria-labelledby)="/g, ` $1="${prefix}`)
    .replaceAll(' href="#', ` href="#${prefix}`)
    .replaceAll("url(#", `url(#${prefix}`);
}

/**
 * HTML of each part of a text, as readers will see it; null for what cannot be shown yet, such as a figure whose
 * picture is missing. Links inside the course lead nowhere.
 */
export async function renderParts(
  db: DbOrTx,
  { course, locale, document }: { course: { id: string }; locale: Locale; document: LessonDocument },
): Promise<(string | null)[]> {
  const media = await db.courseMedia.findMany({ where: { courseId: course.id }, select: renderedMedia });
  const resources = {
    resolveLink: () => "#",
    readDrawing: drawingReader({ media }),
    resolvePicture: await pictureResolver({ media }),
    resolveFile: fileResolver({ media }),
    formatCitations: citationFormatter(await loadCourseReferencesUnsafe(db, { courseId: course.id })),
  };
  return Promise.all(
    splitDocument(document).map(async (part, index) => {
      try {
        const canonical = lessonDocumentSchema.parse(part);
        const { html } = await renderLesson({ document: canonical, locale, words: lessonWords(locale), ...resources });
        return withOwnIds(html, `${locale}-${index}-`);
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
        return null;
      }
    }),
  );
}
