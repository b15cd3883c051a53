import type { PoolClient } from "pg";
import { z } from "zod";
import { connectionsOf } from "#app/platform/db/client.server.ts";
import { AttemptState, type SubmittedBy } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { jobStatement } from "#app/platform/jobs/add-job.server.ts";
import { completeQuizJob } from "./close-attempt-job.ts";
import { type GradedSlot, gradePaper, pointsEarned } from "./grade-paper.server.ts";
import { unsafeLoadPaper } from "./load-paper.server.ts";
import { loadQuestions } from "./load-question.server.ts";
import { type Standing, shareOf, standingOf } from "./standing.ts";

type Context = Pick<UseCaseContext, "db" | "clock">;

/** `changed` is false where the attempt was submitted before, or its time is not over. */
export type Submitted = {
  enrolmentId: string;
  lessonId: string;
  userId: string;
  changed: boolean;
  /** What the lesson is complete by, if it is. */
  earns: "passed" | "submitted" | null;
};

const attemptSchema = z.object({
  id: z.uuid(),
  state: z.enum(AttemptState),
  points: z.number().nullable(),
  maxPoints: z.number(),
  graceUntil: z.date().nullable(),
});

/** All attempts of the learner at this quiz, locked: an answer that is being saved is waited for, and then read. */
const LOCK = `
SELECT a."id", a."state", a."points", a."maxPoints", a."graceUntil"
FROM "Attempt" own JOIN "Attempt" a ON a."enrolmentId" = own."enrolmentId" AND a."lessonId" = own."lessonId"
WHERE own."id" = $1 ORDER BY a."number" FOR UPDATE OF a`;

const WRITE = `
WITH graded AS (
  INSERT INTO "SlotGrade" ("attemptId", "slot", "versionId", "gradedByVersionId", "points", "maxPoints", "gradedAt")
  SELECT $1, g."slot", g."versionId", g."versionId", g."points", g."maxPoints",
    CASE WHEN g."points" IS NULL THEN NULL ELSE $3::timestamptz END
  FROM jsonb_to_recordset($2::jsonb) AS g("slot" int, "versionId" uuid, "points" int, "maxPoints" int)
), closed AS (
  UPDATE "Attempt" SET "state" = 'submitted', "submittedAt" = $3, "submittedBy" = $4::"SubmittedBy",
    "points" = $5, "passed" = $6
  WHERE "id" = $1 RETURNING "enrolmentId", "lessonId"
)
INSERT INTO "QuizStanding" ("enrolmentId", "lessonId", "attempts", "share", "passed", "waiting")
SELECT "enrolmentId", "lessonId", $7, $8, $9, $10 FROM closed
ON CONFLICT ("enrolmentId", "lessonId") DO UPDATE SET "attempts" = excluded."attempts", "share" = excluded."share",
  "passed" = "QuizStanding"."passed" OR excluded."passed", "waiting" = excluded."waiting"`;

/**
 * Submits an attempt with what was saved of it, grades what can be graded, and keeps the learner's standing, all or
 * nothing. Submitting again changes nothing. By the clock it is submitted only once its grace is over. Says nothing of
 * whose it may be: that is for the caller. Throws 404 where there is none.
 */
export async function unsafeSubmitAttempt(
  { db, clock }: Context,
  { attemptId, by }: { attemptId: string; by: SubmittedBy },
): Promise<Submitted> {
  const { paper, enrolmentId, lessonId, userId } = await unsafeLoadPaper(db, attemptId);
  const { rules } = paper;
  const questions = await loadQuestions(
    db,
    paper.slots.map(({ versionId }) => versionId),
  );
  const client = await connectionsOf(db).connect();
  const whose = { enrolmentId, lessonId, userId };
  try {
    await client.query("BEGIN");
    const attempts = attemptSchema
      .array()
      .parse((await client.query({ name: "lock-attempts", text: LOCK, values: [attemptId] })).rows);
    const own = attempts.find(({ id }) => id === attemptId);
    if (!own) throw notFound();
    const now = clock.now();
    const early = by === "clock" && (own.graceUntil === null || own.graceUntil > now);
    if (own.state === "submitted" || early) {
      await client.query("COMMIT");
      return { ...whose, changed: false, earns: own.state === "submitted" ? await readEarned(db, whose, rules) : null };
    }
    const slots = gradePaper({ paper, questions, answers: await readAnswers(client, attemptId) });
    const points = pointsEarned(slots);
    const counted = attempts.map((attempt) => (attempt === own ? { ...own, points } : attempt));
    const standing = standingOf(counted, rules);
    await write(client, {
      attemptId,
      slots,
      now,
      by,
      points,
      maxPoints: own.maxPoints,
      passPercent: rules.passPercent,
      standing,
    });
    const earns = earned(standing, rules);
    if (earns) await client.query(jobStatement(completeQuizJob, { attemptId }, { key: `complete:${attemptId}` }));
    await client.query("COMMIT");
    return { ...whose, changed: true, earns };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

type Rules = { completesOn: "passing" | "submitting" };

function earned(
  { passed, attempts }: Pick<Standing, "passed" | "attempts">,
  { completesOn }: Rules,
): Submitted["earns"] {
  if (passed) return "passed";
  return completesOn === "submitting" && attempts > 0 ? "submitted" : null;
}

async function readEarned(
  db: Context["db"],
  { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string },
  rules: Rules,
): Promise<Submitted["earns"]> {
  const standing = await db.quizStanding.findUnique({
    where: { enrolmentId_lessonId: { enrolmentId, lessonId } },
    select: { passed: true, attempts: true },
  });
  return standing && earned(standing, rules);
}

async function readAnswers(client: PoolClient, attemptId: string): Promise<ReadonlyMap<number, unknown>> {
  const text = `SELECT "slot", "value" FROM "Answer" WHERE "attemptId" = $1`;
  const { rows } = await client.query({ name: "read-answers", text, values: [attemptId] });
  return new Map(
    z
      .array(z.object({ slot: z.number(), value: z.unknown() }))
      .parse(rows)
      .map(({ slot, value }) => [slot, value]),
  );
}

async function write(
  client: PoolClient,
  input: {
    attemptId: string;
    slots: GradedSlot[];
    now: Date;
    by: SubmittedBy;
    points: number | null;
    maxPoints: number;
    passPercent: number;
    standing: Standing;
  },
): Promise<void> {
  const { attemptId, slots, now, by, points, maxPoints, passPercent, standing } = input;
  const passed = points === null ? null : shareOf({ points, maxPoints }) >= passPercent * 100;
  const values = [
    ...[attemptId, JSON.stringify(slots), now, by, points, passed],
    ...[standing.attempts, standing.share, standing.passed, standing.waiting],
  ];
  await client.query({ name: "write-grades", text: WRITE, values });
}
