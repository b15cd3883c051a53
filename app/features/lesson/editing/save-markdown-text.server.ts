import type { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeFrontMatter } from "../front-matter.ts";
import { parseLessonMarkdown } from "../parse-lesson-markdown.ts";
import { findDeadLinks, type TextProblem } from "./find-dead-links.server.ts";
import type { markdownTextSchema } from "./lesson-text-schema.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";
import { saveText } from "./save-text.server.ts";

type Text = z.output<typeof markdownTextSchema>;

function read(lessonId: string, { title, summary, markdown }: Text) {
  const head = `${writeFrontMatter({ id: lessonId, title, summary })}\n`;
  const parsed = parseLessonMarkdown({ markdown: head + markdown, path: "" });
  const above = head.split("\n").length - 1;
  const ownLine = <Problem extends { line: number }>(one: Problem) => ({ ...one, line: Math.max(1, one.line - above) });
  return { parsed, ownLine };
}

/**
 * Saves title, summary and Markdown text of a lesson of a draft in one language as `saveText` does. Answers what is
 * wrong with the Markdown, by its line; nothing is saved then.
 */
export async function saveMarkdownText(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { markdown, updatedAt, ...text }: { course: string; lesson: string } & Text,
): Promise<{ ok: true; updatedAt: Date } | { ok: false; problems: TextProblem[] }> {
  const { course, lesson } = await openLessonDraft(ctx, { course: text.course, lesson: text.lesson });
  const { parsed, ownLine } = read(lesson.id, { ...text, markdown });
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map(ownLine) };
  const { frontMatter, document, references } = parsed;
  const dead = await findDeadLinks(ctx.db, { courseId: course.id, references });
  if (dead.length > 0) return { ok: false, problems: dead.map(ownLine) };
  const { title, summary } = frontMatter;
  const saved = await saveText(ctx, { ...text, title, summary, document, before: updatedAt ?? null });
  return { ok: true, updatedAt: saved.updatedAt };
}
