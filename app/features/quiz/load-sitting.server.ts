import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseState, EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { correctionSchema } from "./corrections.ts";
import { frozenPlanSchema } from "./quiz-plan.ts";
import { quizRulesSchema } from "./quiz-rules.ts";

const moment = z.coerce.date();
/** What one learner or cohort was granted, as JSON has it. */
export const accommodationSchema = z
  .object({ extraMinutes: z.number(), opensAt: moment.nullable(), closesAt: moment.nullable() })
  .nullable();

const sittingSchema = z.object({
  enrolmentId: z.uuid(),
  state: z.enum(EnrolmentState),
  courseState: z.enum(CourseState),
  startsAt: moment.nullable(),
  rules: quizRulesSchema,
  plan: frozenPlanSchema,
  own: accommodationSchema,
  cohort: accommodationSchema,
  attempts: z.number(),
  openAttemptId: z.uuid().nullable(),
  /** Of the versions that may be drawn, and of those that correct them, oldest first. */
  corrections: z.array(correctionSchema),
});

/** What stands between a learner and a sitting: her place, the quiz as her release has it, and what she sat so far. */
export type Sitting = z.infer<typeof sittingSchema>;

/**
 * The quiz of a lesson for the enrolment of this person: as the release that she is pinned to has it, or, for a lesson
 * that came later, the current one. Undefined where the enrolment is not hers or the quiz not in it.
 */
export async function loadSitting(
  db: DbOrTx,
  { userId, enrolmentId, lessonId }: { userId: string; enrolmentId: string; lessonId: string },
): Promise<Sitting | undefined> {
  const accommodation = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT json_build_object('extraMinutes', a."extraMinutes", 'opensAt', a."opensAt", 'closesAt', a."closesAt")
      FROM "QuizAccommodation" a WHERE a."lessonId" = ${lessonId}::uuid AND ${whose})`;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT e."id" AS "enrolmentId", e."state", c."state" AS "courseState", k."startsAt",
      q."rules", q."plan",
      ${accommodation(Prisma.sql`a."enrolmentId" = e."id"`)} AS "own",
      ${accommodation(Prisma.sql`a."cohortId" = e."cohortId"`)} AS "cohort",
      (SELECT count(*)::int FROM "Attempt" t WHERE t."enrolmentId" = e."id" AND t."lessonId" = ${lessonId}::uuid)
        AS "attempts",
      (SELECT t."id" FROM "Attempt" t WHERE t."enrolmentId" = e."id" AND t."lessonId" = ${lessonId}::uuid
        AND t."state" = 'open') AS "openAttemptId",
      (SELECT coalesce(json_agg(json_build_object('id', x."id", 'versionId', x."versionId",
          'correctedById', x."correctedById") ORDER BY x."madeAt", x."id"), '[]')
        FROM (
          WITH RECURSIVE "followed" AS (
            SELECT k."id", k."versionId", k."correctedById", k."madeAt" FROM "QuestionCorrection" k
            WHERE k."versionId"::text IN (
              SELECT jsonb_path_query(q."plan", '$.sections[*].slots[*].from.versionIds[*]') #>> '{}')
            UNION
            SELECT k."id", k."versionId", k."correctedById", k."madeAt" FROM "QuestionCorrection" k
            JOIN "followed" f ON k."versionId" = f."correctedById"
          ) SELECT * FROM "followed") x) AS "corrections"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId"
    LEFT JOIN "Cohort" k ON k."id" = e."cohortId"
    JOIN LATERAL (
      SELECT r."rules", r."plan" FROM "ReleaseQuiz" r
      WHERE r."lessonId" = ${lessonId}::uuid AND r."releaseId" IN (e."releaseId", c."currentReleaseId")
      ORDER BY r."releaseId" = e."releaseId" DESC LIMIT 1) q ON true
    WHERE e."id" = ${enrolmentId}::uuid AND e."userId" = ${userId}::uuid`,
  );
  return row === undefined ? undefined : sittingSchema.parse(row);
}
