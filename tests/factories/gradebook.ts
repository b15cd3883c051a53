import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCourse } from "./course.ts";
import { createEnrolment } from "./enrolment.ts";
import { createTeacher } from "./sat-quiz.ts";

/** A required quiz of a course, as `createCourse` takes lessons. */
export const gradedLesson = (slug: string, { required = true, weight = 1 } = {}) => ({
  ...{ id: randomUUID(), slug, required, preview: false, weight },
  kind: "quiz" as const,
});

/** A course of two graded lessons, the second weighing three times the first, and a text that is not; with its owner. */
export async function createGradedCourse(db: Db, { dropLowest = 0 } = {}) {
  const [first, second] = [gradedLesson("first-quiz"), gradedLesson("second-quiz", { weight: 3 })];
  const text = { id: randomUUID(), slug: "text", required: true, preview: false };
  const { course } = await createCourse(db, { lessons: [first, text, second], dropLowest });
  return { course, first, second, text, owner: await createTeacher(db, { courseId: course.id }) };
}

/** A learner of the course by that name, with what she came to by lesson, in hundredths of a percent. */
export async function createGradedLearner(
  db: Db,
  {
    course,
    name,
    email,
    shares = {},
    waiting = [],
    cohortId = null,
  }: {
    course: { slug: string };
    name?: string;
    email?: string;
    shares?: Record<string, number | null>;
    waiting?: readonly string[];
    cohortId?: string | null;
  },
) {
  const made = await createEnrolment(db, { course, cohortId });
  const data = { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  const person = await db.user.update({ where: { id: made.person.id }, data });
  const { enrolmentId } = made;
  for (const [lessonId, share] of Object.entries(shares)) {
    const standing = { enrolmentId, lessonId, attempts: 1, share, waiting: waiting.includes(lessonId) };
    await db.quizStanding.create({ data: standing });
  }
  return { ...made, person };
}
