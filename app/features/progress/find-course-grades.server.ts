import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { courseGrade, type Grade } from "./course-grade.ts";

const rowSchema = z.object({
  courseId: z.uuid(),
  quizzes: z.array(z.object({ share: z.number().nullable(), waiting: z.boolean() })),
});

/**
 * A learner's grades in hundredths of a percent, by course: the average of what she came to in the required quizzes of
 * her own release. A course has null where nothing is graded or she has no place, and `waiting` while some answer waits
 * for a person.
 */
export async function findCourseGrades(
  db: DbOrTx,
  { userId, courseIds }: { userId: string; courseIds: readonly string[] },
): Promise<Map<string, Grade>> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT e."courseId", json_agg(json_build_object('share', s."share", 'waiting', s."waiting")) AS "quizzes"
    FROM "Enrolment" e JOIN "QuizStanding" s ON s."enrolmentId" = e."id"
    JOIN "ReleaseLesson" l ON l."releaseId" = e."releaseId" AND l."lessonId" = s."lessonId"
      AND l."required" AND l."kind" = 'quiz'
    WHERE e."userId" = ${userId}::uuid AND e."courseId" = ANY(${[...courseIds]}::uuid[])
    GROUP BY e."courseId"`,
  );
  const graded = new Map(
    rowSchema
      .array()
      .parse(rows)
      .map(({ courseId, quizzes }) => [courseId, courseGrade(quizzes)]),
  );
  return new Map(courseIds.map((courseId) => [courseId, graded.get(courseId) ?? null]));
}
