import { expect, test } from "vitest";
import { log } from "#app/platform/log/log.server.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { correctQuestion } from "../correct-question.server.ts";
import { findCorrection } from "../correcting/find-corrections.server.ts";
import { findSatQuiz } from "../results/find-sat-quiz.server.ts";
import { correctionMail } from "./notice-mails.ts";
import { tellCorrectionHandler } from "./tell-correction.server.ts";

const database = openTestDatabase();
const reason = "The key named the wrong gate.";
const right = { choice: "right" };
const wrong = { choice: "wrong" };

/** Three learners: one whose grade rises, one who is kept from failing, and one of whom nothing changes. */
async function dropped() {
  const { db } = database;
  const quiz = await createQuiz(db, { questions: 3, rules: { passPercent: 60 } });
  const raised = await sitQuiz(db, { quiz, answers: [wrong, right, right] });
  await sitQuiz(db, { quiz, answers: [wrong, wrong, right], learner: raised });
  const kept = await sitQuiz(db, { quiz, answers: [right, right, wrong] });
  const same = await sitQuiz(db, { quiz, answers: [right, right, right] });
  await db.user.update({ where: { id: kept.person.id }, data: { locale: "fr" } });
  const ctx = await createTeacher(db, { courseId: quiz.course.id });
  const versionId = quiz.fixed[0]?.versionId ?? "";
  const { correctionId } = await correctQuestion(ctx, { versionId, body: null, reason, mayFail: false });
  const job = { db, clock: { now: () => new Date() }, log };
  const run = () => tellCorrectionHandler.handle(job, { correctionId });
  const mails = async () => {
    const { rows } = await database.connections.query(
      `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'mail' = 'attempt-corrected'
        AND payload->'values'->>'course' = $1 ORDER BY payload->>'to'`,
      [quiz.course.slug],
    );
    return rows.map(({ payload }) => payload);
  };
  return { quiz, raised, kept, same, ctx, correctionId, run, mails };
}

test("each learner whose grade changed is mailed once, in her language, with the reason, however often the job runs", async () => {
  const { raised, kept, same, run, mails } = await dropped();
  await Promise.all([run(), run()]);
  await run();
  const told = await mails();
  const to = (email: string) => told.filter((mail) => mail.to === email);
  expect(to(raised.person.email)).toHaveLength(1);
  expect(to(kept.person.email)).toMatchObject([{ locale: "fr", values: { reason, dropped: true, protected: true } }]);
  // All her points of two: the maximum changed, and with it her grade.
  expect(to(same.person.email)).toHaveLength(1);
  const { html, text } = writeMail({ kind: correctionMail, locale: "fr", values: to(kept.person.email)[0]?.values });
  expect(text).toContain(reason);
  expect(html).toContain("/fr/learn/");
});

test("what a correction changed is kept, with who was kept from failing and who has been told", async () => {
  const { quiz, ctx, correctionId, run } = await dropped();
  const sat = await findSatQuiz(ctx, { course: quiz.course.slug, lesson: "quiz" });
  const before = await findCorrection(ctx, { quiz: sat, correctionId });
  expect(before.correction).toMatchObject({ dropped: true, reason, changed: 4, told: 0, mayFail: false });
  expect(before.effects.counts).toEqual({ changed: 4, raised: 2, lowered: 1, nowPass: 0, nowFail: 0, protected: 1 });
  await run();
  expect((await findCorrection(ctx, { quiz: sat, correctionId })).correction).toMatchObject({ told: 4 });
});
