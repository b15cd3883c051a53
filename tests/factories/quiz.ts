import { randomUUID } from "node:crypto";
import { type QuizRules, usualRules } from "#app/features/quiz/quiz-rules.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCourse, makeLessons, type Opening } from "./course.ts";

type Body = Record<string, unknown>;
type MadeQuestion = { questionId: string; versionId: string };

/** A question of single choice: `right` is right, `wrong` and `other` are not. */
export function choiceBody(stem: string): Body {
  const choice = (id: string, share: number) => ({ id, text: { ar: `جواب ${id}`, en: `Answer ${id}` }, share });
  return { stem: { ar: stem, en: stem }, choices: [choice("right", 1), choice("wrong", 0), choice("other", 0)] };
}

/** An essay with a rubric of two criteria: `depth` by levels, of 6 points, and `language` of 4. */
export function essayBody(stem: string): Body {
  const level = (id: string, points: number) => ({ id, label: { ar: `مستوى ${id}`, en: `Level ${id}` }, points });
  return {
    stem: { ar: stem, en: stem },
    rubric: [
      {
        id: "depth",
        label: { ar: "العمق", en: "Depth" },
        points: 6,
        levels: [level("none", 0), level("some", 3), level("full", 6)],
      },
      { id: "language", label: { ar: "اللغة", en: "Language" }, points: 4 },
    ],
    model: { ar: "جواب حسن", en: "A good answer" },
  };
}

/** A question of a course's bank in its first version. */
export async function createQuestion(
  db: Db,
  {
    courseId,
    type = "single-choice",
    body,
    tags = [],
  }: { courseId: string; type?: string; body: Body; tags?: string[] },
): Promise<MadeQuestion> {
  const question = await db.question.create({ data: { courseId, type, tags, name: `Question ${randomUUID()}` } });
  const version = await db.questionVersion.create({
    data: { questionId: question.id, number: 1, body: JSON.parse(JSON.stringify(body)), sha256: randomUUID() },
  });
  return { questionId: question.id, versionId: version.id };
}

/**
 * A published course whose first lesson is a quiz of `questions` single-choice questions of one point each, `others`
 * after them, and, with `pool`, one slot that draws as many from questions of their own; with `essays`, as many of ten
 * points at its end.
 */
export async function createQuiz(
  db: Db,
  {
    rules = {},
    questions = 3,
    others = [],
    pool,
    essays = 0,
    opening = {},
  }: {
    rules?: Partial<QuizRules>;
    questions?: number;
    others?: { type: string; body: Body }[];
    pool?: { of: number; draw: number };
    essays?: number;
    opening?: Opening;
  } = {},
) {
  const lessonId = randomUUID();
  const quiz = { id: lessonId, slug: "quiz", required: true, preview: false, kind: "quiz" as const, ...opening };
  const made = await createCourse(db, { lessons: [quiz, ...makeLessons(2)] });
  const { course, release } = made;
  const make = async (count: number, what: string) => {
    const list: MadeQuestion[] = [];
    for (let i = 1; i <= count; i += 1)
      list.push(await createQuestion(db, { courseId: course.id, body: choiceBody(`${what} ${i}`) }));
    return list;
  };
  const fixed = await make(questions, "Fixed");
  for (const other of others) fixed.push(await createQuestion(db, { courseId: course.id, ...other }));
  const drawn = await make(pool?.of ?? 0, "Pool");
  const written: MadeQuestion[] = [];
  for (let i = 1; i <= essays; i += 1) {
    const body = essayBody(`Essay ${i}`);
    written.push(await createQuestion(db, { courseId: course.id, type: "essay", body }));
  }
  const slots = [
    ...fixed.map(({ versionId }, i) => ({
      id: `q${i + 1}`,
      points: 1_000,
      count: 1,
      from: { versionIds: [versionId] },
    })),
    ...(pool
      ? [{ id: "pool", points: 1_000, count: pool.draw, from: { versionIds: drawn.map(({ versionId }) => versionId) } }]
      : []),
    ...written.map(({ versionId }, i) => ({
      id: `essay${i + 1}`,
      points: 10_000,
      count: 1,
      from: { versionIds: [versionId] },
    })),
  ];
  const plan = { sections: [{ id: "all", titles: { ar: "الأسئلة", en: "Questions" }, slots }] };
  await db.releaseQuiz.create({ data: { releaseId: release.id, lessonId, rules: { ...usualRules, ...rules }, plan } });
  return { ...made, lessonId, fixed, drawn, written };
}

/** What a page sends with a file for an answer; a small PDF where nothing else is given. */
export function answerFileRequest<Given extends { attempt: string; slot: number; name: string }>(
  given: Given,
  bytes: Uint8Array<ArrayBuffer> = new TextEncoder().encode(`%PDF-1.7 ${randomUUID()}`),
) {
  const headers = { "Content-Length": String(bytes.length) };
  const request = new Request("https://academy.example/resources/answer-files", {
    method: "POST",
    headers,
    body: bytes,
  });
  return { ...given, request };
}
