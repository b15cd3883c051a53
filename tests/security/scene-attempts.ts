import { keepAnswerFile } from "#app/features/quiz/answer-files/keep-answer-file.server.ts";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { usualRules } from "#app/features/quiz/quiz-rules.ts";
import { unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import { contextOf } from "#tests/factories/context.ts";
import type { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { answerFileRequest, choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { enrol } from "./scene-people.ts";

type OfQuiz = { made: Awaited<ReturnType<typeof createCourse>>; lessonId: string };

/** A quiz of a question of choice and one that takes files, and an attempt at it that is open. */
export async function openAttempt(
  db: Db,
  { made, lessonId, user, enrolmentId }: OfQuiz & { user: User; enrolmentId: string },
) {
  const stem = { ar: "أرسلي", en: "Send" };
  const fileBody = { stem, rubric: [], kinds: ["pdf"], most: 1, mostBytes: 100_000 };
  const questions = [
    await createQuestion(db, { courseId: made.course.id, body: choiceBody("Which?") }),
    await createQuestion(db, { courseId: made.course.id, type: "file-upload", body: fileBody }),
  ];
  const slots = questions.map(({ versionId }, i) => {
    return { id: `q${i + 1}`, points: 1_000, count: 1, from: { versionIds: [versionId] } };
  });
  const plan = { sections: [{ id: "all", titles: { en: "Questions" }, slots }] };
  await db.releaseQuiz.create({ data: { releaseId: made.release.id, lessonId, rules: usualRules, plan } });
  const ctx = contextOf(db, user);
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId });
  const { id } = await keepAnswerFile(ctx, answerFileRequest({ attempt: attemptId, slot: 2, name: "a.pdf" }));
  return { attemptId, answerFileId: id };
}

/** Somebody else's attempt at the same quiz, handed in blank. */
export async function submittedAttempt(db: Db, { made, lessonId }: OfQuiz) {
  const user = await createPerson(db);
  const enrolment = await enrol(db, { userId: user.id, made });
  const ctx = contextOf(db, user);
  const { attemptId } = await beginAttempt(ctx, { enrolmentId: enrolment.id, lessonId });
  await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" });
  const where = { attemptId_slot: { attemptId, slot: 1 } };
  const { versionId } = await db.slotGrade.findUniqueOrThrow({ where, select: { versionId: true } });
  return { satAttemptId: attemptId, satEnrolmentId: enrolment.id, satVersionId: versionId, quizLessonId: lessonId };
}
