import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { LessonKind } from "#app/platform/db/generated/enums.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";
import { QUIET_DAYS } from "./quiet-days.ts";

const lessonSchema = z.object({
  lessonId: z.uuid(),
  slug: z.string(),
  kind: z.enum(LessonKind),
  required: z.boolean(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  /** Learners whose own release has the lesson; the others are not counted here. */
  asked: z.number(),
  opened: z.number(),
  completed: z.number(),
  /** Of those who have not finished, who was last seen here: and is quiet, having completed it or not, or was lately. */
  stopped: z.number(),
  stoppedAfter: z.number(),
  here: z.number(),
});

export type FunnelLesson = z.infer<typeof lessonSchema>;

const rowSchema = z.object({
  enrolled: z.number(),
  finished: z.number(),
  /** Have not finished, and are quiet: those who stopped, wherever. */
  stopped: z.number(),
  /** Were never seen at any lesson. */
  neverBegan: z.number(),
  lessons: z.array(lessonSchema),
});

export type Funnel = z.infer<typeof rowSchema>;

/**
 * How many of those asked for opened and completed each lesson of the current release, and where those who do not go
 * on were last seen. Who withdrew, or was not seen for two weeks, does not go on. One query.
 */
export async function findFunnel(
  { db, clock }: Pick<PersonContext, "db" | "clock">,
  course: ReportedCourse,
): Promise<Funnel> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    WITH mine AS MATERIALIZED (
      SELECT e."id", e."releaseId", e."lastLessonId", e."completedAt" IS NOT NULL AS "finished",
        e."state" = 'withdrawn' OR coalesce(e."lastSeenAt", e."enrolledAt")
          < ${clock.now()}::timestamptz - ${QUIET_DAYS} * interval '24 hours' AS "quiet"
      FROM "Enrolment" e WHERE ${isAmong(course)}
    ), lesson AS (
      SELECT l."releaseId", l."lessonId", l."slug", l."kind", l."required", l."position"
      FROM "ReleaseLesson" l JOIN "Course" c ON c."currentReleaseId" = l."releaseId"
      WHERE c."id" = ${course.courseId}::uuid
    ), own AS MATERIALIZED (
      SELECT l."releaseId", l."lessonId", m."count" FROM (SELECT "releaseId", count(*) FROM mine GROUP BY 1) m
      JOIN "ReleaseLesson" l USING ("releaseId") WHERE l."lessonId" IN (SELECT "lessonId" FROM lesson)
    ), was AS (
      -- Whoever completed a lesson was at it, unless it was waived; without scripts nobody tells where she is.
      SELECT "enrolmentId", "lessonId" FROM "LessonVisit" WHERE "enrolmentId" IN (SELECT "id" FROM mine)
      UNION SELECT "enrolmentId", "lessonId" FROM "Completion"
      WHERE "enrolmentId" IN (SELECT "id" FROM mine) AND "cause" <> 'waived'
    ), reached AS (
      SELECT "lessonId", sum("opened")::int AS "opened", sum("completed")::int AS "completed" FROM own JOIN (
        SELECT m."releaseId", v."lessonId", count(*) AS "opened", 0 AS "completed"
        FROM mine m JOIN was v ON v."enrolmentId" = m."id" GROUP BY 1, 2
        UNION ALL SELECT m."releaseId", f."lessonId", 0, count(*)
        FROM mine m JOIN "Completion" f ON f."enrolmentId" = m."id" GROUP BY 1, 2
      ) counted USING ("releaseId", "lessonId") GROUP BY 1
    ), seen AS (
      SELECT m."lastLessonId" AS "lessonId", (count(*) FILTER (WHERE m."quiet"))::int AS "stopped",
        (count(*) FILTER (WHERE NOT m."quiet"))::int AS "here",
        (count(*) FILTER (WHERE m."quiet" AND EXISTS (SELECT FROM "Completion" f
          WHERE f."enrolmentId" = m."id" AND f."lessonId" = m."lastLessonId")))::int AS "stoppedAfter"
      FROM mine m WHERE NOT m."finished" AND m."lastLessonId" IS NOT NULL GROUP BY 1
    )
    SELECT count(*)::int AS "enrolled", (count(*) FILTER (WHERE "finished"))::int AS "finished",
      (count(*) FILTER (WHERE "quiet" AND NOT "finished"))::int AS "stopped",
      (count(*) FILTER (WHERE "lastLessonId" IS NULL AND NOT "finished"))::int AS "neverBegan",
      (SELECT coalesce(json_agg(l ORDER BY l."position"), '[]') FROM (
        SELECT lesson."lessonId", lesson."slug", lesson."kind", lesson."required", lesson."position",
          (SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
            WHERE t."releaseId" = lesson."releaseId" AND t."lessonId" = lesson."lessonId") AS "titles",
          coalesce((SELECT sum(own."count") FROM own WHERE own."lessonId" = lesson."lessonId"), 0)::int AS "asked",
          coalesce(reached."opened", 0) AS "opened", coalesce(reached."completed", 0) AS "completed",
          coalesce(seen."stopped", 0) AS "stopped", coalesce(seen."stoppedAfter", 0) AS "stoppedAfter",
          coalesce(seen."here", 0) AS "here"
        FROM lesson LEFT JOIN reached USING ("lessonId") LEFT JOIN seen USING ("lessonId")) l) AS "lessons"
    FROM mine`,
  );
  return rowSchema.parse(row);
}
