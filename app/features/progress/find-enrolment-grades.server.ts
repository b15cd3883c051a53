import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { courseGrade, type Grade } from "./course-grade.ts";

const lessonSchema = z.object({
  lessonId: z.uuid(),
  /** Hundredths of a percent; null until something is graded. */
  share: z.number().nullable(),
  /** Some answer waits for a person, and nobody has given a grade in its place. */
  waiting: z.boolean(),
  /** Somebody who teaches gave this share in place of what she came to. */
  overridden: z.boolean(),
  weight: z.number(),
});

const rowSchema = z.object({ enrolmentId: z.uuid(), dropLowest: z.number(), lessons: lessonSchema.array() });

export type GradedLesson = z.infer<typeof lessonSchema>;
export type EnrolmentGrade = { grade: Grade; lessons: GradedLesson[] };

/**
 * What the enrolments came to, by enrolment: the grade of the course in hundredths of a percent, and each graded lesson
 * in the order of the course. Graded are the required quizzes of the release to which an enrolment is pinned, as that
 * release weighs them; a grade that a person gave stands in place of what was earned. One query, however many are
 * asked for; who is no enrolment is left out.
 */
export async function findEnrolmentGrades(
  db: DbOrTx,
  { enrolmentIds }: { enrolmentIds: readonly string[] },
): Promise<Map<string, EnrolmentGrade>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT e."id" AS "enrolmentId", r."dropLowest", coalesce(g."lessons", '[]') AS "lessons"
    FROM "Enrolment" e JOIN "Release" r ON r."id" = e."releaseId" CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('lessonId', l."lessonId", 'weight', l."weight",
        'share', coalesce(o."share", s."share"), 'overridden', o."share" IS NOT NULL,
        'waiting', o."share" IS NULL AND coalesce(s."waiting", false)) ORDER BY l."position") AS "lessons"
      FROM "ReleaseLesson" l
      LEFT JOIN "QuizStanding" s ON s."enrolmentId" = e."id" AND s."lessonId" = l."lessonId"
      LEFT JOIN "GradeOverride" o ON o."enrolmentId" = e."id" AND o."lessonId" = l."lessonId"
      WHERE l."releaseId" = e."releaseId" AND l."required" AND l."kind" = 'quiz') g
    WHERE e."id" = ANY(${[...enrolmentIds]}::uuid[])`,
  );
  return new Map(
    rowSchema
      .array()
      .parse(rows)
      .map(({ enrolmentId, dropLowest, lessons }) => [
        enrolmentId,
        { grade: courseGrade(lessons, dropLowest), lessons },
      ]),
  );
}
