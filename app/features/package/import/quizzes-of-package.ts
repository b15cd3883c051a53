import type { DraftBank, DraftQuiz } from "../draft/quiz-draft.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import { categoriesOf, questionsOf } from "../read/packaged-quiz.ts";
import type { SlotFile } from "../read/quiz-file-schema.ts";

/** The quiz of the lesson called `slug`. Throws where the package has none. */
export function quizOfPackage({ quizzes }: Pick<PackagedCourse, "quizzes">, slug: string): DraftQuiz {
  const value = quizzes.find((quiz) => quiz.slug === slug)?.read?.value;
  if (!value) throw new Error(`The quiz "${slug}" is not in the package`);
  return {
    rules: value.rules,
    sections: value.sections.map(({ id, title, slots }) => ({ id, titles: title, slots: slots.map(slotOfPackage) })),
  };
}

function slotOfPackage({ id, points, draw, question, pool }: SlotFile) {
  const slot = { id, points: Math.round(points * 1_000), count: draw };
  if (question !== undefined) return { ...slot, from: { questionId: question } };
  return { ...slot, from: { pool: { category: pool?.category ?? null, tags: pool?.tags ?? [] } } };
}

/** The bank of a course: what stands in questions.yaml and in the files of its quizzes. */
export function bankOfPackage(course: Pick<PackagedCourse, "quizzes" | "bank">): DraftBank {
  const questions = questionsOf(course).map(({ question }) => question);
  return {
    questions: questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    categories: categoriesOf(questions, course.bank?.read?.value.emptyCategories ?? []),
  };
}
