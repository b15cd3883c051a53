import { z } from "zod";
import { canSeeReports } from "#app/features/course/course-access.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { InstructorRole } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { chaptersSchema } from "../lecture-schema.ts";

const titlesSchema = translatedSchema.nullable().transform((titles) => titles ?? {});

const lectureSchema = z.object({
  courseId: z.uuid(),
  courseTitles: titlesSchema,
  role: z.enum(InstructorRole).nullable(),
  deletedAt: z.coerce.date().nullable(),
  lessonId: z.uuid().nullable(),
  titles: titlesSchema,
  /** Places taken now. */
  learners: z.number(),
  /** How long its video is and was, newest release first. */
  lengths: z.array(z.object({ lengthSeconds: z.number(), thresholdPercent: z.number(), chapters: chaptersSchema })),
  cohorts: z.array(z.object({ id: z.uuid(), names: translatedSchema })),
});

export type WatchedLecture = z.infer<typeof lectureSchema> & { lessonId: string };

/**
 * A lecture of which the actor may know how it is watched, with what it can be asked by: the lengths that its video
 * has had in releases, and the course's cohorts. One query. Throws 404 where she holds no role in the course or the
 * lesson is no lecture.
 */
export async function findWatchedLecture(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course, lesson }: { course: string; lesson: string },
): Promise<WatchedLecture> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c."id" AS "courseId", ci."role", c."deletedAt", c."seatsTaken" AS "learners", found."id" AS "lessonId",
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "courseTitles",
      (SELECT json_object_agg(t."locale", t."title") FROM (${titles}) t) AS "titles",
      (SELECT coalesce(json_agg(l ORDER BY l."number" DESC), '[]') FROM (
        SELECT DISTINCT ON (rl."lengthSeconds") rl."lengthSeconds", rl."thresholdPercent", rl."chapters", r."number"
        FROM "ReleaseLecture" rl JOIN "Release" r ON r."id" = rl."releaseId"
        WHERE rl."lessonId" = found."id" ORDER BY rl."lengthSeconds", r."number" DESC) l) AS "lengths",
      (SELECT coalesce(json_agg(json_build_object('id', k."id", 'names', k."names") ORDER BY k."startsAt" DESC), '[]')
        FROM "Cohort" k WHERE k."courseId" = c."id") AS "cohorts"
    FROM "Course" c
    LEFT JOIN "CourseInstructor" ci ON ci."courseId" = c."id" AND ci."instructorId" = ${actor.instructorId}::uuid
    LEFT JOIN LATERAL (
      SELECT l."id", NULL::uuid AS "releaseId" FROM "Lesson" l
      WHERE l."courseId" = c."id" AND l."slug" = ${lesson} AND l."kind" = 'lecture'
      UNION ALL
      SELECT r."lessonId", r."releaseId" FROM "ReleaseLesson" r
      WHERE r."releaseId" = c."currentReleaseId" AND r."slug" = ${lesson} AND r."kind" = 'lecture'
      LIMIT 1) found ON true
    WHERE c."slug" = ${course}`;
  if (rows[0] === undefined) throw notFound();
  const { lessonId, ...found } = lectureSchema.parse(rows[0]);
  if (!lessonId || !canSeeReports(actor, found)) throw notFound();
  return { ...found, lessonId };
}

/** Those of the draft, or of the release where the draft has the lecture no more. */
const titles = Prisma.sql`
  SELECT d."locale", d."title" FROM "LessonText" d WHERE d."lessonId" = found."id"
  UNION ALL
  SELECT p."locale", p."title" FROM "ReleaseLessonText" p
  WHERE p."releaseId" = found."releaseId" AND p."lessonId" = found."id"`;
