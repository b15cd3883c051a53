import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { choiceBody, createQuiz } from "#tests/factories/quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { beginAttempt } from "./begin-attempt.server.ts";
import { unsafeSubmitAttempt } from "./submit-attempt.server.ts";

// As it is for everybody when all connections are taken by others who submit just now.
const database = openTestDatabase({ pool: 1 });

test("submitting needs one connection, also where a correction names a version that nobody has read yet", async () => {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 2 });
  const { ctx, enrolmentId } = await createEnrolment(db, { course: quiz.course });
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
  const [first] = quiz.fixed;
  const body = JSON.parse(JSON.stringify(choiceBody("Corrected")));
  const { id: correctedById } = await db.questionVersion.create({
    data: { questionId: first?.questionId ?? "", number: 2, body, sha256: randomUUID() },
  });
  await db.questionCorrection.create({
    data: { versionId: first?.versionId ?? "", correctedById, reason: "A wrong key", madeAt: new Date() },
  });
  expect(await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" })).toMatchObject({ changed: true });
  const grade = { attemptId_slot: { attemptId, slot: 1 } };
  expect(await db.slotGrade.findUnique({ where: grade })).toMatchObject({ gradedByVersionId: correctedById });
  expect(await unsafeSubmitAttempt(ctx, { attemptId, by: "clock" })).toMatchObject({ changed: false, earns: null });
});
