import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { pointsFor, totalOf } from "./grade-paper.server.ts";
import { type LoadedQuestion, loadQuestions } from "./load-question.server.ts";
import { paperSchema } from "./paper.ts";
import { quizRefused } from "./quiz-errors.ts";
import { settleStandings } from "./settle-standings.server.ts";
import { shareOf } from "./standing.ts";

type Result = { points: number | null; maxPoints: number; passed: boolean | null };

/** An attempt whose grade changes. */
export type Affected = { attemptId: string; enrolmentId: string; before: Result; after: Result };

const attemptSchema = z.object({
  id: z.uuid(),
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  rules: paperSchema.shape.rules,
  /** All of the attempt, the regraded one among them. */
  grades: z.array(
    z.object({
      slot: z.number(),
      versionId: z.uuid(),
      points: z.number().nullable(),
      maxPoints: z.number(),
      dropped: z.boolean(),
    }),
  ),
  answers: z.array(z.object({ slot: z.number(), value: z.unknown() })),
});

type AttemptRow = z.infer<typeof attemptSchema>;

type Grading = {
  correctionId: string;
  versionId: string;
  correctedById: string | null;
  mayFail: boolean;
  now: Date;
};

/**
 * Grades anew what was answered to one version, in the caller's transaction, which holds the lock of grading. What a
 * person graded by hand stays. Answers whose attempt changed, and those attempts whose lesson it completes.
 */
export async function regradeAttempts(tx: Tx, grading: Grading): Promise<{ affected: Affected[]; earned: string[] }> {
  const key =
    grading.correctedById === null
      ? null
      : (await loadQuestions(tx, [grading.correctedById])).get(grading.correctedById);
  const affected: Affected[] = [];
  for (const attempt of await lockAttempts(tx, grading.versionId)) {
    const grades = attempt.grades.map((grade) =>
      grade.versionId === grading.versionId ? regrade(grade, { attempt, key }) : grade,
    );
    const total = totalOf(grades);
    const after = { ...total, passed: passedAfter(attempt, { total, mayFail: grading.mayFail }) };
    await writeGrades(tx, { attempt, grades, grading, after });
    const { points, maxPoints, passed } = attempt;
    const before = { points, maxPoints, passed };
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    affected.push({ attemptId: attempt.id, enrolmentId: attempt.enrolmentId, before, after });
  }
  const settled = await settleStandings(tx, {
    attemptIds: affected.map(({ attemptId }) => attemptId),
    mayFail: grading.mayFail,
  });
  return { affected, earned: settled.earned };
}

type Grade = AttemptRow["grades"][number];

function regrade(
  grade: Grade,
  { attempt, key }: { attempt: AttemptRow; key: LoadedQuestion | null | undefined },
): Grade {
  if (!key) return { ...grade, dropped: true };
  const answer = attempt.answers.find(({ slot }) => slot === grade.slot)?.value;
  if (answer !== undefined && !key.type.fits(key.body, answer)) throw quizRefused("unfitCorrection");
  const points = pointsFor(key, { answer, maxPoints: grade.maxPoints });
  // Null is for a person to say, and what she said is not the key's to change.
  return { ...grade, dropped: false, points: points ?? grade.points };
}

function passedAfter(
  attempt: AttemptRow,
  { total, mayFail }: { total: ReturnType<typeof totalOf>; mayFail: boolean },
): boolean | null {
  if (attempt.passed && !mayFail) return true;
  if (total.points === null) return null;
  return shareOf({ points: total.points, maxPoints: total.maxPoints }) >= attempt.rules.passPercent * 100;
}

async function lockAttempts(tx: Tx, versionId: string): Promise<AttemptRow[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Attempt" a WHERE a."state" = 'submitted'
      AND EXISTS (SELECT 1 FROM "SlotGrade" g WHERE g."attemptId" = a."id" AND g."versionId" = ${versionId}::uuid)
    ORDER BY a."id" FOR UPDATE`;
  const rows = await tx.$queryRaw`
    SELECT a."id", a."enrolmentId", a."lessonId", a."points", a."maxPoints", a."passed", a."paper" -> 'rules' AS "rules",
      (SELECT json_agg(json_build_object('slot', s."slot", 'versionId', s."versionId", 'points', s."points",
        'maxPoints', s."maxPoints", 'dropped', s."dropped") ORDER BY s."slot") FROM "SlotGrade" s
        WHERE s."attemptId" = a."id") AS "grades",
      (SELECT coalesce(json_agg(json_build_object('slot', w."slot", 'value', w."value")), '[]') FROM "Answer" w
        WHERE w."attemptId" = a."id") AS "answers"
    FROM "Attempt" a WHERE a."state" = 'submitted'
      AND EXISTS (SELECT 1 FROM "SlotGrade" g WHERE g."attemptId" = a."id" AND g."versionId" = ${versionId}::uuid)
    ORDER BY a."id"`;
  return attemptSchema.array().parse(rows);
}

async function writeGrades(
  tx: Tx,
  { attempt, grades, grading, after }: { attempt: AttemptRow; grades: Grade[]; grading: Grading; after: Result },
): Promise<void> {
  const { correctionId, versionId, correctedById, now } = grading;
  for (const { slot, points, dropped } of grades.filter((grade) => grade.versionId === versionId)) {
    await tx.slotGrade.update({
      where: { attemptId_slot: { attemptId: attempt.id, slot } },
      data: {
        correctionId,
        points,
        dropped,
        gradedByVersionId: correctedById ?? versionId,
        gradedAt: points === null ? null : now,
      },
    });
  }
  await tx.attempt.update({ where: { id: attempt.id }, data: after });
}
