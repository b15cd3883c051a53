import { DatabaseError } from "pg";
import { connectionsOf, type Db } from "#app/platform/db/client.server.ts";
import { closeAttemptJob } from "./close-attempt-job.ts";
import type { Paper } from "./paper.ts";
import { PLANNED_AHEAD } from "./plan-closings.server.ts";

type NewAttempt = {
  enrolmentId: string;
  lessonId: string;
  number: number;
  allowed: number | null;
  seed: number;
  paper: Paper;
  startedAt: Date;
  deadlineAt: Date | null;
  graceUntil: Date | null;
  maxPoints: number;
};

const INSERT = `
INSERT INTO "Attempt" ("enrolmentId", "lessonId", "number", "allowed", "seed", "paper", "startedAt", "deadlineAt",
  "graceUntil", "maxPoints")
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING "id"`;

const INSERT_WITH_JOB = `
WITH begun AS (${INSERT})
SELECT begun."id" FROM begun CROSS JOIN LATERAL graphile_worker.add_job(identifier => $11,
  payload => json_build_object('attemptId', begun."id"), run_at => $9, max_attempts => $12,
  job_key => 'attempt:' || begun."id")`;

const UNIQUE_VIOLATION = "23505";

/**
 * Writes an attempt in one round trip, with the job that closes it where its end comes before that job would be
 * planned. Null where the learner has one open, or one of this number.
 */
export async function insertAttempt(db: Db, attempt: NewAttempt): Promise<string | null> {
  const { enrolmentId, lessonId, number, allowed, seed, paper, startedAt, deadlineAt, graceUntil, maxPoints } = attempt;
  const json = JSON.stringify(paper);
  const values = [enrolmentId, lessonId, number, allowed, seed, json, startedAt, deadlineAt, graceUntil, maxPoints];
  const { name, maxAttempts } = closeAttemptJob;
  const endsSoon = graceUntil !== null && graceUntil.getTime() - startedAt.getTime() < PLANNED_AHEAD;
  const statement = endsSoon
    ? { name: "insert-attempt-with-job", text: INSERT_WITH_JOB, values: [...values, name, maxAttempts] }
    : { name: "insert-attempt", text: INSERT, values };
  try {
    const { rows } = await connectionsOf(db).query<{ id: string }>(statement);
    return rows[0]?.id ?? null;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return null;
    throw error;
  }
}
