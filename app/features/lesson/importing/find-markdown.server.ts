import type { DraftAsker } from "#app/features/course/open-course-draft.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findText } from "../editing/find-text.server.ts";
import { openLessonDraft } from "../editing/open-lesson-draft.server.ts";
import { writeLessonMarkdown } from "../write-lesson-markdown.ts";

/**
 * A lesson's text in one language as a file of an academy package. Throws 404 where none is written, and for who may not
 * edit it.
 */
export async function findMarkdown(
  asker: DraftAsker,
  address: { course: string; lesson: string; locale: Locale },
): Promise<string> {
  const { lesson } = await openLessonDraft(asker, address);
  const text = await findText(asker, address);
  if (!text) throw notFound();
  const { title, summary, document } = text;
  return writeLessonMarkdown({ frontMatter: { id: lesson.id, title, summary }, document });
}
