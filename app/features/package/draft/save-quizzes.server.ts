import { createHash } from "node:crypto";
import { type QuizPlan, quizPlanSchema } from "#app/features/quiz/quiz-plan.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { type CourseDraft, fingerprint } from "./course-draft.ts";
import { findBanks } from "./draft-quizzes.server.ts";
import type { DraftQuestion, DraftQuiz } from "./quiz-draft.ts";

type Course = Pick<CourseDraft, "id" | "questions" | "categories" | "sections">;

/**
 * Makes the bank and the quizzes of a course what `draft` says, inside the caller's transaction, once its lessons are
 * saved. A question that says something else gets a new version; one that is not in the draft is removed, and keeps its
 * versions, as every attempt keeps its paper.
 */
export async function saveQuizzes(tx: Tx, draft: Course, { now }: { now: Date }): Promise<void> {
  const categories = await saveCategories(tx, draft);
  const held = (await findBanks(tx, [draft.id])).get(draft.id)?.questions ?? [];
  const before = new Map(held.map((question) => [question.id, fingerprint(question)]));
  for (const question of draft.questions) {
    if (before.get(question.id) === fingerprint(question)) continue;
    await saveQuestion(tx, {
      courseId: draft.id,
      question,
      categoryId: categories.get(key(question.category)) ?? null,
    });
  }
  await tx.question.updateMany({
    where: { courseId: draft.id, removedAt: null, id: { notIn: draft.questions.map(({ id }) => id) } },
    data: { removedAt: now },
  });
  await dropCategories(tx, draft, categories);
  await saveEach(tx, draft, categories);
}

const key = (path: readonly string[]) => JSON.stringify(path);

/** Ids of the draft's categories by their path; those that are missing are made, outer ones first. */
async function saveCategories(tx: Tx, { id: courseId, categories }: Course): Promise<Map<string, string>> {
  const held = (await findBanks(tx, [courseId])).get(courseId)?.paths ?? new Map<string, string[]>();
  const ids = new Map([...held].map(([id, path]) => [key(path), id]));
  for (const path of categories.toSorted((a, b) => a.length - b.length)) {
    if (ids.has(key(path))) continue;
    const parentId = ids.get(key(path.slice(0, -1))) ?? null;
    const data = { courseId, parentId, name: path.at(-1) ?? "" };
    const { id } = await tx.questionCategory.create({ data, select: { id: true } });
    ids.set(key(path), id);
  }
  return ids;
}

/** Takes away the categories that the draft has not; removed questions that lay there lie in none. */
async function dropCategories(tx: Tx, { categories }: Course, ids: Map<string, string>): Promise<void> {
  const kept = new Set(categories.map(key));
  const paths = [...ids.keys()].map((path): [string, number] => [path, path.length]);
  for (const [path] of paths.toSorted(([, a], [, b]) => b - a)) {
    const id = ids.get(path);
    if (id === undefined || kept.has(path)) continue;
    await tx.question.updateMany({ where: { categoryId: id }, data: { categoryId: null } });
    await tx.questionCategory.delete({ where: { id } });
  }
}

async function saveQuestion(
  tx: Tx,
  { courseId, question, categoryId }: { courseId: string; question: DraftQuestion; categoryId: string | null },
): Promise<void> {
  const { id, name, type, tags, body } = question;
  const current = await tx.questionVersion.findMany({
    where: { questionId: id },
    select: { number: true, body: true, question: { select: { current: true } } },
    orderBy: { number: "desc" },
  });
  const shown = current.find(({ number, question }) => number === question.current);
  const isSaid = shown !== undefined && fingerprint(shown.body) === fingerprint(body);
  const number = isSaid ? shown.number : (current[0]?.number ?? 0) + 1;
  const data = { name, tags, categoryId, current: number, removedAt: null };
  await tx.question.upsert({ where: { id }, create: { ...data, id, courseId, type }, update: data });
  if (isSaid) return;
  const sha256 = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  await tx.questionVersion.create({ data: { questionId: id, number, body, sha256 } });
}

async function saveEach(tx: Tx, draft: Course, categories: Map<string, string>): Promise<void> {
  const lessons = draft.sections.flatMap((section) => section.lessons);
  const quizzes = lessons.flatMap(({ id, quiz }) => (quiz ? [{ lessonId: id, quiz }] : []));
  const lessonIds = quizzes.map(({ lessonId }) => lessonId);
  // Those of removed lessons stay with them.
  const gone = { lesson: { courseId: draft.id, removedAt: null }, lessonId: { notIn: lessonIds } };
  await tx.quiz.deleteMany({ where: gone });
  for (const { lessonId, quiz } of quizzes) {
    const data = { rules: quiz.rules, plan: planOf(quiz, categories) };
    await tx.quiz.upsert({ where: { lessonId }, create: { ...data, lessonId, courseId: draft.id }, update: data });
  }
}

function planOf({ sections }: DraftQuiz, categories: Map<string, string>): QuizPlan {
  return quizPlanSchema.parse({
    sections: sections.map((section) => ({
      ...section,
      slots: section.slots.map(({ from, ...slot }) => {
        if ("questionId" in from) return { ...slot, from };
        const { category, tags } = from.pool;
        const categoryId = category === null ? null : categories.get(key(category));
        if (categoryId === undefined) throw new Error(`There is no category ${key(category ?? [])}`);
        return { ...slot, from: { pool: { categoryId, tags } } };
      }),
    })),
  });
}
