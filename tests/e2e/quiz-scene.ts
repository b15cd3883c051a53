import { randomUUID } from "node:crypto";
import { planClosings } from "#app/features/quiz/plan-closings.server.ts";
import { type QuizRules, usualRules } from "#app/features/quiz/quiz-rules.ts";
import { createCourse } from "#tests/factories/course.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { longAgo, withAcademyDatabase } from "./academy-database.ts";

/** Other titles than those of the sample courses, which other journeys look for in the same catalogue. */
const courseTexts = [
  { locale: "ar", title: "اختبار للتجربة", summary: "دورة فيها اختبار.", outcomes: [] },
  { locale: "en", title: "A quiz to try", summary: "A course with a quiz.", outcomes: [] },
];

type Question = { type: string; body: object };

/** One question of every type, as the tests of types have them. */
export const everyType: Question[] = Object.entries(sampleQuestions).map(([type, { body }]) => ({ type, body }));

/** Questions of single choice: `right` is right. */
export const choices = (count: number): Question[] =>
  Array.from({ length: count }, (_, i) => ({ type: "single-choice", body: choiceBody(`Question number ${i + 1}`) }));

/** A published course whose one lesson is a quiz of these questions, of one point each, and one drawn from the pool. */
export async function createQuizCourse({
  rules = {},
  questions = choices(3),
  pool = [],
}: {
  rules?: Partial<QuizRules>;
  questions?: Question[];
  pool?: Question[];
} = {}) {
  return withAcademyDatabase(async (db) => {
    const lesson = { id: randomUUID(), slug: "quiz", required: true, preview: false, kind: "quiz" as const };
    const { course, release } = await createCourse(db, {
      lessons: [lesson],
      publishedAt: longAgo,
      texts: { create: courseTexts },
      // Journeys that look for a course of the sample filter by its level.
      level: "advanced",
    });
    const make = async ({ type, body }: Question) =>
      (await createQuestion(db, { courseId: course.id, type, body: { ...body } })).versionId;
    const sources: string[][] = [];
    for (const question of questions) sources.push([await make(question)]);
    const drawn: string[] = [];
    for (const question of pool) drawn.push(await make(question));
    if (drawn.length > 0) sources.push(drawn);
    const slots = sources.map((versionIds, i) => ({ id: `q${i + 1}`, points: 1_000, count: 1, from: { versionIds } }));
    const plan = { sections: [{ id: "all", titles: { ar: "الأسئلة", en: "Questions" }, slots }] };
    const all = { ...usualRules, shuffleChoices: false, ...rules };
    await db.releaseQuiz.create({ data: { releaseId: release.id, lessonId: lesson.id, rules: all, plan } });
    return { slug: course.slug, path: `/learn/${course.slug}/${lesson.slug}`, lessonId: lesson.id };
  });
}

/** The answers that the academy has of the one attempt at a quiz, by question. */
export async function savedAnswers(lessonId: string): Promise<Record<number, unknown>> {
  return withAcademyDatabase(async (db) => {
    const answers = await db.answer.findMany({ where: { attempt: { lessonId } }, select: { slot: true, value: true } });
    return Object.fromEntries(answers.map(({ slot, value }) => [slot, value]));
  });
}

/** Moves the end of the one attempt at a quiz to a moment from now, and the job that closes it with it. */
export async function endTime(lessonId: string, { inSeconds = 0 } = {}): Promise<void> {
  await withAcademyDatabase(async (db) => {
    const end = new Date(Date.now() + inSeconds * 1_000);
    const { id } = await db.attempt.findFirstOrThrow({ where: { lessonId }, select: { id: true } });
    await db.attempt.update({ where: { id }, data: { deadlineAt: end, graceUntil: end } });
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = ${end} WHERE key = ${`attempt:${id}`}`;
    // As every minute does: an attempt whose end is far off has no job yet.
    await planClosings(db, new Date());
  });
}

export async function stateOfAttempt(lessonId: string): Promise<string> {
  return withAcademyDatabase(async (db) => {
    const { state } = await db.attempt.findFirstOrThrow({ where: { lessonId }, select: { state: true } });
    return state;
  });
}
