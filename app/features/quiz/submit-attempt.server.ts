import type { PoolClient } from "pg";
import { z } from "zod";
import { connectionsOf } from "#app/platform/db/client.server.ts";
import { AttemptState, type SubmittedBy } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { jobStatement } from "#app/platform/jobs/add-job.server.ts";
import { completeQuizJob } from "./close-attempt-job.ts";
import { correctionSchema, lastCorrections } from "./corrections.ts";
import { type GradedSlot, gradePaper, totalOf } from "./grade-paper.server.ts";
import { SHARE_GRADING } from "./grading-lock.server.ts";
import { unsafeLoadOutline } from "./load-paper.server.ts";
import { type LoadedQuestion, loadQuestions } from "./load-question.server.ts";
import type { PaperOutline } from "./paper.ts";
import { type Standing, shareOf, standingOf } from "./standing.ts";

type Context = Pick<UseCaseContext, "db" | "clock">;

/** `changed` is false where the attempt was submitted before or set aside, or its time is not over. */
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

/** All attempts of the learner at this quiz that count, and this one, locked: an answer that is being saved is waited for, and then read. */
const LOCK = `
SELECT a."id", a."state", a."points", a."maxPoints", a."graceUntil"
FROM "Attempt" own JOIN "Attempt" a ON a."enrolmentId" = own."enrolmentId" AND a."lessonId" = own."lessonId"
WHERE own."id" = $1 AND (a."state" <> 'voided' OR a."id" = $1) ORDER BY a."number" FOR UPDATE OF a`;

/** What was saved of the attempt, and the corrections of the questions on its paper, oldest first. */
const READ = `
SELECT
  (SELECT coalesce(json_agg(json_build_object('slot', "slot", 'value', "value")), '[]')
    FROM "Answer" WHERE "attemptId" = $1) AS "answers",
  (SELECT coalesce(json_agg(json_build_object('id', "id", 'versionId', "versionId", 'correctedById', "correctedById")
      ORDER BY "madeAt", "id"), '[]')
    FROM "QuestionCorrection" WHERE "versionId" = ANY($2)) AS "corrections"`;

const readSchema = z.object({
  answers: z.array(z.object({ slot: z.number(), value: z.unknown() })),
  corrections: z.array(correctionSchema),
});

const STANDING = `SELECT "passed", "attempts" FROM "QuizStanding" WHERE "enrolmentId" = $1 AND "lessonId" = $2`;

const WRITE = `
WITH graded AS (
  INSERT INTO "SlotGrade" ("attemptId", "slot", "versionId", "gradedByVersionId", "correctionId", "dropped", "points",
    "maxPoints", "gradedAt")
  SELECT $1, g."slot", g."versionId", g."gradedByVersionId", g."correctionId", g."dropped", g."points", g."maxPoints",
    CASE WHEN g."points" IS NULL THEN NULL ELSE $3::timestamptz END
  FROM jsonb_to_recordset($2::jsonb) AS g("slot" int, "versionId" uuid, "gradedByVersionId" uuid, "correctionId" uuid,
    "dropped" boolean, "points" int, "maxPoints" int)
), closed AS (
  UPDATE "Attempt" SET "state" = 'submitted', "submittedAt" = $3, "submittedBy" = $4::"SubmittedBy",
    "points" = $5, "maxPoints" = $6, "passed" = $7
  WHERE "id" = $1 RETURNING "enrolmentId", "lessonId"
)
INSERT INTO "QuizStanding" ("enrolmentId", "lessonId", "attempts", "share", "passed", "waiting")
SELECT "enrolmentId", "lessonId", $8, $9, $10, $11 FROM closed
ON CONFLICT ("enrolmentId", "lessonId") DO UPDATE SET "attempts" = excluded."attempts", "share" = excluded."share",
  "passed" = "QuizStanding"."passed" OR excluded."passed", "waiting" = excluded."waiting"`;

/**
 * Submits an attempt with what was saved of it, grades what can be graded, and keeps the learner's standing, all or
 * nothing. Submitting again changes nothing, and neither does submitting what was set aside. By the clock it is submitted only once its grace is over. Says nothing of
 * whose it may be: that is for the caller. Throws 404 where there is none.
 */
export async function unsafeSubmitAttempt(
  { db, clock }: Context,
  { attemptId, by }: { attemptId: string; by: SubmittedBy },
): Promise<Submitted> {
  const { outline: paper, ...whose } = await unsafeLoadOutline(db, attemptId);
  // Whoever holds a connection must not wait for another one: when many submit at once, none would ever be free.
  let questions = await loadQuestions(
    db,
    paper.slots.map(({ versionId }) => versionId),
  );
  for (;;) {
    const done = await submitOnce({ db, clock }, { attemptId, by, paper, whose, questions });
    if (!("unread" in done)) return done;
    questions = new Map([...questions, ...(await loadQuestions(db, done.unread))]);
  }
}

type Questions = ReadonlyMap<string, LoadedQuestion>;
type Submitting = {
  attemptId: string;
  by: SubmittedBy;
  paper: PaperOutline;
  whose: { enrolmentId: string; lessonId: string; userId: string };
  questions: Questions;
};

/** Changes nothing where corrections name versions that `questions` has not: they are `unread`. */
async function submitOnce(
  { db, clock }: Context,
  { attemptId, by, paper, whose, questions }: Submitting,
): Promise<Submitted | { unread: string[] }> {
  const client = await connectionsOf(db).connect();
  try {
    // A correction of a key waits for this, and this for a correction: neither misses the other.
    await client.query("BEGIN");
    await client.query({ name: "share-grading", text: SHARE_GRADING, values: [whose.enrolmentId] });
    const locked = await client.query({ name: "lock-attempts", text: LOCK, values: [attemptId] });
    const attempts = attemptSchema.array().parse(locked.rows);
    const own = attempts.find(({ id }) => id === attemptId);
    if (!own) throw notFound();
    const now = clock.now();
    const early = by === "clock" && (own.graceUntil === null || own.graceUntil > now);
    if (own.state !== "open" || early) {
      const earns = own.state === "open" ? null : await readEarned(client, whose, paper.rules);
      await client.query("COMMIT");
      return { ...whose, changed: false, earns };
    }
    const slots = await grade(client, { attemptId, paper, questions });
    if ("unread" in slots) {
      await client.query("ROLLBACK");
      return slots;
    }
    const earns = await write(client, { paper, attempts, own, slots, now, by });
    await client.query("COMMIT");
    return { ...whose, changed: true, earns };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function grade(
  client: PoolClient,
  { attemptId, paper, questions }: Pick<Submitting, "attemptId" | "paper" | "questions">,
): Promise<GradedSlot[] | { unread: string[] }> {
  const versionIds = paper.slots.map(({ versionId }) => versionId);
  const { rows } = await client.query({ name: "read-answers", text: READ, values: [attemptId, versionIds] });
  const read = readSchema.parse(rows[0]);
  const corrections = lastCorrections(read.corrections);
  const keys = versionIds.map((id) => corrections.get(id)?.correctedById ?? id);
  const unread = keys.filter((id) => !questions.has(id));
  if (unread.length > 0) return { unread };
  const answers = new Map(read.answers.map(({ slot, value }) => [slot, value]));
  return gradePaper({ paper, answers, corrections, questions });
}

type Rules = { completesOn: "passing" | "submitting" };

function earned(
  { passed, attempts }: Pick<Standing, "passed" | "attempts">,
  { completesOn }: Rules,
): Submitted["earns"] {
  if (passed) return "passed";
  return completesOn === "submitting" && attempts > 0 ? "submitted" : null;
}

const standingSchema = z.object({ passed: z.boolean(), attempts: z.number() });

async function readEarned(
  client: PoolClient,
  { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string },
  rules: Rules,
): Promise<Submitted["earns"]> {
  const { rows } = await client.query({ name: "read-standing", text: STANDING, values: [enrolmentId, lessonId] });
  return rows.length === 0 ? null : earned(standingSchema.parse(rows[0]), rules);
}

type AttemptRow = z.infer<typeof attemptSchema>;

/** Says what the lesson is complete by now. */
async function write(
  client: PoolClient,
  input: {
    paper: PaperOutline;
    attempts: AttemptRow[];
    own: AttemptRow;
    slots: GradedSlot[];
    now: Date;
    by: SubmittedBy;
  },
): Promise<Submitted["earns"]> {
  const { paper, attempts, own, slots, now, by } = input;
  const { rules } = paper;
  const total = totalOf(slots);
  const passed = total.points === null ? null : shareOf({ ...total, points: total.points }) >= rules.passPercent * 100;
  const standing = standingOf(
    attempts.map((attempt) => (attempt === own ? total : attempt)),
    rules,
  );
  const values = [
    ...[own.id, JSON.stringify(slots), now, by, total.points, total.maxPoints, passed],
    ...[standing.attempts, standing.share, standing.passed, standing.waiting],
  ];
  await client.query({ name: "write-grades", text: WRITE, values });
  const earns = earned(standing, rules);
  const job = { attemptId: own.id };
  if (earns) await client.query(jobStatement(completeQuizJob, job, { key: `complete:${own.id}` }));
  return earns;
}
