import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { pointsFor, totalOf } from "./grade-paper.server.ts";
import { type LoadedQuestion, loadQuestions } from "./load-question.server.ts";
import { quizRefused } from "./quiz-errors.ts";
import { settleStandings } from "./settle-standings.server.ts";
import { shareOf } from "./standing.ts";

type Result = { points: number | null; maxPoints: number; passed: boolean | null };

/**
 * An attempt whose grade changes. `protected`: it had passed, its points are too few now, and it passes all the same.
 */
export type Affected = {
  attemptId: string;
  enrolmentId: string;
  before: Result;
  after: Result;
  protected: boolean;
};

const gradeSchema = z.object({ points: z.number().nullable(), maxPoints: z.number(), dropped: z.boolean() });

const attemptSchema = z.object({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  voided: z.boolean(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  passPercent: z.coerce.number(),
  /** What is graded anew, with what was answered; null for no answer. */
  grades: z.array(gradeSchema.extend({ slot: z.number(), answer: z.unknown() })),
  /** All other slots that count, as one. */
  rest: gradeSchema,
});

type AttemptRow = z.infer<typeof attemptSchema>;
type Grade = AttemptRow["grades"][number];

type Grading = {
  correctionId: string;
  versionId: string;
  correctedById: string | null;
  mayFail: boolean;
  now: Date;
};

/**
 * Grades anew what was answered to one version, in the caller's transaction, which holds the lock of grading. What a
 * person graded by hand stays. What was set aside is graded as well, lest it come back with the old key, and is named
 * nowhere. Answers whose attempt changed, and those attempts whose lesson it completes. As many
 * statements for one attempt as for all.
 */
export async function regradeAttempts(tx: Tx, grading: Grading): Promise<{ affected: Affected[]; earned: string[] }> {
  const { correctedById, mayFail } = grading;
  const key = correctedById === null ? null : (await loadQuestions(tx, [correctedById])).get(correctedById);
  const regrade = regradeBy(key);
  const attempts = await lockAttempts(tx, grading.versionId);
  const regraded = attempts.map((attempt) => {
    const grades = attempt.grades.map(regrade);
    return { attempt, grades, result: resultOf(attempt, { grades, mayFail }) };
  });
  await writeGrades(tx, {
    grading,
    grades: regraded.flatMap(({ attempt, grades }) => grades.map((grade) => ({ ...grade, attemptId: attempt.id }))),
  });
  const changed = regraded.filter(({ result: { before, after } }) => !isSame(before, after));
  await writeAttempts(
    tx,
    changed.map(({ result }) => result),
  );
  const affected = changed.filter(({ attempt }) => !attempt.voided).map(({ result }) => result);
  const attemptIds = affected.map(({ attemptId }) => attemptId);
  const { earned } = await settleStandings(tx, { attemptIds, mayFail });
  return { affected, earned };
}

const isSame = (one: Result, other: Result) =>
  one.points === other.points && one.maxPoints === other.maxPoints && one.passed === other.passed;

/** Many gave the same answer: each is graded once. */
function regradeBy(key: LoadedQuestion | null | undefined): (grade: Grade) => Grade {
  if (!key) return (grade) => ({ ...grade, dropped: true });
  const known = new Map<string, number | null>();
  return (grade) => {
    const answer = grade.answer ?? undefined;
    const name = JSON.stringify([answer, grade.maxPoints]);
    let points = known.get(name);
    if (points === undefined) {
      if (answer !== undefined && !key.type.fits(key.body, answer)) throw quizRefused("unfitCorrection");
      points = pointsFor(key, { answer, maxPoints: grade.maxPoints });
      known.set(name, points);
    }
    // Null is for a person to say, and what she said is not the key's to change.
    return { ...grade, dropped: false, points: points ?? grade.points };
  };
}

function resultOf(attempt: AttemptRow, { grades, mayFail }: { grades: Grade[]; mayFail: boolean }): Affected {
  const { id: attemptId, enrolmentId, points, maxPoints, passed, passPercent, rest } = attempt;
  const total = totalOf([...grades, rest]);
  const passes =
    total.points === null ? null : shareOf({ points: total.points, maxPoints: total.maxPoints }) >= passPercent * 100;
  const kept = passed === true && passes !== true && !mayFail;
  return {
    attemptId,
    enrolmentId,
    before: { points, maxPoints, passed },
    after: { ...total, passed: kept || passes },
    protected: kept && passes === false,
  };
}

async function lockAttempts(tx: Tx, versionId: string): Promise<AttemptRow[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Attempt" a WHERE a."submittedAt" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "SlotGrade" g WHERE g."attemptId" = a."id" AND g."versionId" = ${versionId}::uuid)
    ORDER BY a."id" FOR UPDATE`;
  const rows = await tx.$queryRaw`
    SELECT a."id", a."enrolmentId", a."state" = 'voided' AS "voided", a."points", a."maxPoints", a."passed",
      a."paper" #>> '{rules,passPercent}' AS "passPercent", own."grades", rest."rest"
    FROM (
      SELECT g."attemptId", json_agg(json_build_object('slot', g."slot", 'points', g."points",
        'maxPoints', g."maxPoints", 'dropped', g."dropped", 'answer', w."value") ORDER BY g."slot") AS "grades"
      FROM "SlotGrade" g LEFT JOIN "Answer" w ON w."attemptId" = g."attemptId" AND w."slot" = g."slot"
      WHERE g."versionId" = ${versionId}::uuid GROUP BY g."attemptId") own
    JOIN "Attempt" a ON a."id" = own."attemptId" AND a."submittedAt" IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT json_build_object('dropped', false, 'maxPoints', coalesce(sum(o."maxPoints"), 0),
        'points', CASE WHEN count(*) = count(o."points") THEN coalesce(sum(o."points"), 0) END) AS "rest"
      FROM "SlotGrade" o
      WHERE o."attemptId" = a."id" AND o."versionId" <> ${versionId}::uuid AND NOT o."dropped") rest
    ORDER BY a."id"`;
  return attemptSchema.array().parse(rows);
}

async function writeGrades(
  tx: Tx,
  { grading, grades }: { grading: Grading; grades: (Grade & { attemptId: string })[] },
): Promise<void> {
  const { correctionId, versionId, correctedById, now } = grading;
  const rows = grades.map(({ attemptId, slot, points, dropped }) => ({ attemptId, slot, points, dropped }));
  await tx.$executeRaw`
    UPDATE "SlotGrade" g SET "correctionId" = ${correctionId}::uuid, "points" = r."points", "dropped" = r."dropped",
      "gradedByVersionId" = ${correctedById ?? versionId}::uuid,
      "gradedAt" = CASE WHEN r."points" IS NULL THEN NULL ELSE ${now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("attemptId" uuid, "slot" int, "points" int, "dropped" boolean)
    WHERE g."attemptId" = r."attemptId" AND g."slot" = r."slot"`;
}

async function writeAttempts(tx: Tx, affected: readonly Affected[]): Promise<void> {
  const rows = affected.map(({ attemptId, after }) => ({ id: attemptId, ...after }));
  await tx.$executeRaw`
    UPDATE "Attempt" a SET "points" = r."points", "maxPoints" = r."maxPoints", "passed" = r."passed"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("id" uuid, "points" int, "maxPoints" int, "passed" boolean)
    WHERE a."id" = r."id"`;
}
