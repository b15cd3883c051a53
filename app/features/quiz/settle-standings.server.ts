import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { paperSchema } from "./paper.ts";
import { standingOf } from "./standing.ts";

const { counts, passPercent } = paperSchema.shape.rules.shape;

const rowSchema = z.object({
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  /** The last one, by whose paper's rules all are counted. */
  attemptId: z.uuid(),
  rules: z.object({ counts, passPercent }),
  wasPassed: z.boolean(),
  attempts: z.array(z.object({ points: z.number().nullable(), maxPoints: z.number(), passed: z.boolean().nullable() })),
});

/**
 * Counts anew what learners' attempts come to, after the grades of some were changed, in the same transaction. Who had
 * passed stays so, unless `mayFail` and none of her attempts passes any more. `earned` names for each learner who passes now, and did not before, one attempt.
 */
export async function settleStandings(
  tx: Tx,
  { attemptIds, mayFail }: { attemptIds: readonly string[]; mayFail: boolean },
): Promise<{ earned: string[] }> {
  if (attemptIds.length === 0) return { earned: [] };
  const rows = await tx.$queryRaw`
    SELECT s."enrolmentId", s."lessonId", s."passed" AS "wasPassed", last."id" AS "attemptId", last."rules",
      (SELECT json_agg(json_build_object('points', a."points", 'maxPoints', a."maxPoints", 'passed', a."passed")
          ORDER BY a."number")
        FROM "Attempt" a WHERE a."enrolmentId" = s."enrolmentId" AND a."lessonId" = s."lessonId"
          AND a."state" = 'submitted') AS "attempts"
    FROM "QuizStanding" s JOIN LATERAL (
      SELECT a."id", a."paper" -> 'rules' AS "rules" FROM "Attempt" a
      WHERE a."enrolmentId" = s."enrolmentId" AND a."lessonId" = s."lessonId" AND a."state" = 'submitted'
      ORDER BY a."number" DESC LIMIT 1) last ON true
    WHERE (s."enrolmentId", s."lessonId") IN (
      SELECT a."enrolmentId", a."lessonId" FROM "Attempt" a WHERE a."id" = ANY(${attemptIds}::uuid[]))
    ORDER BY s."enrolmentId" FOR UPDATE OF s`;
  const settled = rowSchema
    .array()
    .parse(rows)
    .map(({ enrolmentId, lessonId, attemptId, rules, wasPassed, attempts }) => {
      const standing = standingOf(attempts, rules);
      const keeps = !mayFail || attempts.some((attempt) => attempt.passed === true);
      const passed = standing.passed || (wasPassed && keeps);
      return { enrolmentId, lessonId, attemptId, wasPassed, ...standing, passed };
    });
  await tx.$executeRaw`
    UPDATE "QuizStanding" s SET "attempts" = r."attempts", "share" = r."share", "passed" = r."passed",
      "waiting" = r."waiting"
    FROM jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) AS r("enrolmentId" uuid, "lessonId" uuid,
      "attempts" int, "share" int, "passed" boolean, "waiting" boolean)
    WHERE s."enrolmentId" = r."enrolmentId" AND s."lessonId" = r."lessonId"`;
  return { earned: settled.filter(({ passed, wasPassed }) => passed && !wasPassed).map((one) => one.attemptId) };
}
