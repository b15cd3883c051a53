import { randomUUID } from "node:crypto";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { saveAnswers } from "#app/features/quiz/save-answers.server.ts";
import { unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "./context.ts";
import { createEnrolment } from "./enrolment.ts";
import { createInstructor } from "./person.ts";

/** A learner's attempt with these answers, slot by slot (undefined is left out), submitted at `now`. */
export async function sitQuiz(
  db: Db,
  {
    quiz,
    answers,
    now = new Date(),
    learner,
  }: {
    quiz: { course: { slug: string }; lessonId: string };
    answers: readonly unknown[];
    now?: Date;
    learner?: Awaited<ReturnType<typeof createEnrolment>>;
  },
) {
  const enrolled = learner ?? (await createEnrolment(db, { course: quiz.course }));
  const ctx = contextOf(db, enrolled.person, { now });
  const { enrolmentId } = enrolled;
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  const edits = answers.flatMap((value, i) =>
    value === undefined
      ? []
      : [{ slot: i + 1, sequence: i + 1, value: JSON.parse(JSON.stringify(value)), madeAt: now.getTime() }],
  );
  if (edits.length > 0) await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
  await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" });
  return { ...enrolled, ctx, attemptId };
}

/** Somebody who teaches the course. */
export async function createTeacher(
  db: Db,
  { courseId, role = "owner", now }: { courseId: string; role?: "owner" | "teacher" | "assistant"; now?: Date },
) {
  const { person, instructor } = await createInstructor(db, { name: `Teacher ${randomUUID().slice(0, 4)}` });
  await db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role } });
  return contextOf(db, person, { instructorId: instructor.id, ...(now ? { now } : {}) });
}
