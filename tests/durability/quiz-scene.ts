import type { QuizRules } from "#app/features/quiz/quiz-rules.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createSession } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";

export const CHOICES = 5;
export const TEXT_SLOT = CHOICES + 1;
export const WORD = "المسجد الأقصى";

const typed = {
  type: "short-text",
  body: { stem: { ar: "ما اسمه؟", en: "What is its name?" }, accepted: [{ id: "name", text: WORD }] },
};

export type Quiz = Awaited<ReturnType<typeof openQuiz>>;
export type Student = { personId: string; token: string; enrolmentId: string };

/** A quiz of choices and of a word that is typed, with its learners, each signed in. */
export async function openQuiz(db: Db, { rules, students }: { rules: Partial<QuizRules>; students: number }) {
  const { course, lessonId, lessons } = await createQuiz(db, { rules, questions: CHOICES, others: [typed] });
  const all: Student[] = [];
  for (let i = 0; i < students; i += 1) {
    const { person, enrolmentId } = await createEnrolment(db, { course });
    const { session } = await createSession(db, person.id);
    all.push({ personId: person.id, token: session.token, enrolmentId });
  }
  const slug = lessons.find(({ id }) => id === lessonId)?.slug ?? "";
  return { course, lessonId, students: all, path: `/learn/${course.slug}/${slug}` };
}

/** What the database has of a quiz, an attempt after another, by learner and number. */
export async function readAttempts(db: Db, { lessonId, students }: Quiz) {
  const order = new Map(students.map(({ enrolmentId }, index) => [enrolmentId, index]));
  const attempts = await db.attempt.findMany({
    where: { lessonId },
    include: { answers: true, grades: true },
  });
  return attempts
    .map((attempt) => ({ ...attempt, student: order.get(attempt.enrolmentId) ?? -1 }))
    .sort((a, b) => a.student - b.student || a.number - b.number);
}
