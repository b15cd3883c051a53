import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { LessonKind } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { writeFrontMatter } from "../front-matter.ts";
import { parseLessonMarkdown } from "../parse-lesson-markdown.ts";
import type { LessonProblem } from "../read-context.ts";
import { changedMeanwhile } from "./changed-meanwhile.ts";
import type { lessonTextSchema } from "./lesson-text-schema.ts";
import { openLessonDraft } from "./open-lesson-draft.server.ts";

const jsonSchema = z.record(z.string(), z.json());

export type TextProblem = Pick<LessonProblem, "line" | "code" | "reason">;

type Text = z.output<typeof lessonTextSchema>;

function read(lessonId: string, { title, summary, markdown }: Text) {
  const head = `${writeFrontMatter({ id: lessonId, title, summary })}\n`;
  const parsed = parseLessonMarkdown({ markdown: head + markdown, path: "" });
  const above = head.split("\n").length - 1;
  return { parsed, at: (line: number) => Math.max(1, line - above) };
}

/** What a text points at and is not there. */
async function findDeadReferences(
  tx: Tx,
  { courseId, parsed, at }: { courseId: string } & ReturnType<typeof read>,
): Promise<TextProblem[]> {
  if (!parsed.ok) return [];
  const { media, lessons, courses } = parsed.references;
  const [pictures, known, others] = await Promise.all([
    tx.courseMedia.findMany({ where: { courseId, path: { in: media.map(({ path }) => path) } } }),
    tx.lesson.findMany({ where: { courseId, slug: { in: lessons.map(({ slug }) => slug) } } }),
    tx.course.findMany({ where: { slug: { in: courses.map(({ slug }) => slug) } } }),
  ]);
  const dead = (line: number, name: string): TextProblem => ({
    line: at(line),
    code: "link",
    reason: `There is no ${name}.`,
  });
  return [
    ...media.filter(({ path }) => !pictures.some((one) => one.path === path)).map((one) => dead(one.line, one.path)),
    ...lessons.filter(({ slug }) => !known.some((one) => one.slug === slug)).map((one) => dead(one.line, one.slug)),
    ...courses.filter(({ slug }) => !others.some((one) => one.slug === slug)).map((one) => dead(one.line, one.slug)),
  ];
}

/**
 * Saves title, summary and Markdown text of a lesson of a draft in one language, where nobody saved them since `updatedAt`
 * (throws `changedMeanwhile`). Answers what is wrong with the Markdown, by its line; nothing is saved then.
 */
export async function saveLessonText(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { kind, course: slug, lesson: lessonSlug, ...text }: { kind: LessonKind; course: string; lesson: string } & Text,
): Promise<{ ok: true; updatedAt: Date } | { ok: false; problems: TextProblem[] }> {
  const { course, lesson } = await openLessonDraft(ctx, { kind, course: slug, lesson: lessonSlug });
  if (!course.locales.includes(text.locale)) throw notFound();
  const { parsed, at } = read(lesson.id, text);
  if (!parsed.ok) return { ok: false, problems: parsed.problems.map((one) => ({ ...one, line: at(one.line) })) };
  return inTransaction(ctx.db, async (tx) => {
    const problems = await findDeadReferences(tx, { courseId: course.id, parsed, at });
    if (problems.length > 0) return { ok: false, problems };
    const { title, summary } = parsed.frontMatter;
    const data = { title, summary, document: jsonSchema.parse(parsed.document) };
    return { ok: true, updatedAt: await write(tx, { lessonId: lesson.id, text, data, now: ctx.clock.now() }) };
  });
}

async function write(
  tx: Tx,
  input: {
    lessonId: string;
    text: Text;
    data: { title: string; summary: string; document: z.output<typeof jsonSchema> };
    now: Date;
  },
): Promise<Date> {
  const { lessonId, text, data, now } = input;
  const { locale } = text;
  if (text.updatedAt === undefined) {
    const there = await tx.lessonText.findUnique({ where: { lessonId_locale: { lessonId, locale } } });
    if (there) throw changedMeanwhile();
    await tx.lessonText.create({ data: { ...data, lessonId, locale, updatedAt: now } });
    return now;
  }
  const before = new Date(text.updatedAt);
  const updatedAt = new Date(Math.max(now.getTime(), before.getTime() + 1));
  const { count } = await tx.lessonText.updateMany({
    where: { lessonId, locale, updatedAt: before },
    data: { ...data, updatedAt },
  });
  if (count === 0) throw changedMeanwhile();
  return updatedAt;
}
