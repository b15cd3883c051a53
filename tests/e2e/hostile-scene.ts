import { readHtml } from "#app/features/lesson/editing/read-html/read-html.ts";
import { htmlToText } from "#app/features/lesson/importing/html-to-text.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { createDraftCourse } from "./draft-scene.ts";

const onOneLine = (text: string) => text.replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, " ").trim() || "x";

/** Those that would run or fetch, each on one line. */
export const worstVectors = hostileVectors.filter((vector) => findDangers(vector).length > 0);
const lines = worstVectors.map(onOneLine);
const line = (index: number) => lines[index % lines.length] ?? "";

const text = (value: string, ...marks: string[]): LessonNode => ({
  type: "text",
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: LessonNode[]): LessonNode => ({ type: "paragraph", content });

/** Blocks whose attributes say what a hostile line says. */
function saidBlocks(index: number): LessonNode[] {
  const [one, two, three] = [line(index), line(index + 1), line(index + 2)];
  return [
    { type: "heading", attrs: { level: 3 }, content: [text(one)] },
    { type: "callout", attrs: { kind: "note", title: one }, content: [paragraph(text(two))] },
    { type: "embed", attrs: { url: "https://vimeo.com/76979871", title: two, description: three } },
    {
      type: "timeline",
      attrs: { title: three },
      content: [{ type: "timelineEvent", attrs: { from: "1537" }, content: [text(one)] }],
    },
    {
      type: "map",
      attrs: {
        src: "media/plan.svg",
        title: one.slice(0, 300),
        credit: two.slice(0, 300),
        licence: three.slice(0, 300),
      },
      content: [{ type: "mapPlace", attrs: { name: one.slice(0, 300), x: "10", y: "20" }, content: [text(two)] }],
    },
    {
      type: "figure",
      attrs: { src: "media/plan.svg", alt: one.slice(0, 300), credit: two.slice(0, 300), licence: three.slice(0, 300) },
      content: [text(three)],
    },
  ];
}

/** A block as a document may hold it, or nothing. */
function taken(block: LessonNode): LessonNode[] {
  return lessonDocumentSchema.safeParse({ type: "doc", content: [block] }).data?.content ?? [];
}

function importedBlocks(vector: string): LessonNode[] {
  try {
    return htmlToText(vector).document.content ?? [];
  } catch (error) {
    if (error instanceof ExpectedError) return [];
    throw error;
  }
}

/** Everything of the corpus that a lesson takes: its letters as words, as code, in every block, and what is left of its HTML. */
export function hostileDocument(): LessonNode {
  const asWords = lines.flatMap((value) => taken(paragraph(text(value), text(` ${value}`, "code"))));
  const asSaid = lines.flatMap((_, index) => (index % 16 === 0 ? saidBlocks(index).flatMap(taken) : []));
  const cleaned = worstVectors.flatMap((vector) => [...readHtml(vector).blocks, ...importedBlocks(vector)]);
  const content = [...asWords, ...asSaid, ...cleaned].filter(({ type }) => type !== "footnotes");
  return lessonDocumentSchema.parse({ type: "doc", content });
}

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><rect width="90" height="90"/></svg>';

/** A draft whose every text is hostile: titles, outcomes, sections, its one lesson in Arabic and English, a quiz. */
export async function createHostileDraft(): Promise<{ slug: string; quiz: string }> {
  const slug = await createDraftCourse();
  const document = hostileDocument();
  const quiz = await withAcademyDatabase(async (db) => {
    const course = await db.course.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    const [title, summary] = [`Hostile ${line(3).slice(0, 90)}`, line(5).slice(0, 200)];
    const texts = { title, summary, outcomes: lines.slice(0, 6).map((one) => one.slice(0, 200)) };
    await db.courseText.updateMany({ where: { courseId: course.id }, data: texts });
    await db.section.updateMany({
      where: { courseId: course.id },
      data: { titles: { ar: line(7).slice(0, 100), en: line(8).slice(0, 100) } },
    });
    const data = { title, summary, document: JSON.parse(JSON.stringify(document)) };
    await db.lessonText.updateMany({ where: { lesson: { courseId: course.id } }, data });
    const questions: string[] = [];
    for (const vector of lines.slice(0, 40)) {
      const stem = `Which? \`${vector.replaceAll("`", "'")}\``;
      questions.push((await createQuestion(db, { courseId: course.id, body: choiceBody(stem) })).questionId);
    }
    const slots = questions.map((id, index) => ({
      id: `q${index + 1}`,
      points: 1_000,
      count: 1,
      from: { questionId: id },
    }));
    const plan = { sections: [{ id: "all", titles: { ar: line(9), en: line(10) }, slots }] };
    const { lesson } = await createQuizDraft(db, { courseId: course.id, plan });
    return lesson.slug;
  });
  return { slug, quiz };
}

/** Gives the course the drawing upon which its maps and figures stand, as its editor would. */
export const planFile = { path: "plan.svg", bytes: Buffer.from(drawing) };
