import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { findGradedCourse, type GradedCourse } from "../grading/find-graded-course.server.ts";

const quizSchema = z.object({
  lessonId: z.uuid(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  passPercent: z.number().nullable(),
  /** Graded without names, and something still waits: names stay hidden here as well. */
  nameless: z.boolean(),
});

export type SatQuiz = z.infer<typeof quizSchema> & { course: GradedCourse; slug: string };

/** A quiz whose results the actor may see. Throws 404 where she does not teach the course, or it has no such quiz. */
export async function findSatQuiz(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, lesson }: { course: string; lesson: string },
): Promise<SatQuiz> {
  const course = await findGradedCourse(ctx, { course: slug });
  const [row] = await queryRows(
    ctx.db,
    Prisma.sql`
    SELECT found."id" AS "lessonId", coalesce(
        (SELECT json_object_agg(t."locale", t."title") FROM "LessonText" t WHERE t."lessonId" = found."id"),
        (SELECT json_object_agg(p."locale", p."title") FROM "ReleaseLessonText" p
          WHERE p."releaseId" = found."releaseId" AND p."lessonId" = found."id")) AS "titles",
      (SELECT (q."rules" ->> 'passPercent')::int FROM "ReleaseQuiz" q JOIN "Release" r ON r."id" = q."releaseId"
        WHERE q."lessonId" = found."id" ORDER BY r."number" DESC LIMIT 1) AS "passPercent",
      EXISTS (SELECT 1 FROM "ReleaseQuiz" q WHERE q."lessonId" = found."id"
        AND (q."rules" ->> 'blindGrading')::boolean) AND EXISTS (
        SELECT 1 FROM "SlotGrade" g JOIN "Attempt" a ON a."id" = g."attemptId" AND a."state" = 'submitted'
        WHERE a."lessonId" = found."id" AND g."points" IS NULL AND NOT g."dropped") AS "nameless"
    FROM (
      SELECT l."id", NULL::uuid AS "releaseId" FROM "Lesson" l
      WHERE l."courseId" = ${course.courseId}::uuid AND l."slug" = ${lesson} AND l."kind" = 'quiz'
      UNION ALL
      (SELECT rl."lessonId", rl."releaseId" FROM "ReleaseLesson" rl JOIN "Release" r ON r."id" = rl."releaseId"
      WHERE r."courseId" = ${course.courseId}::uuid AND rl."slug" = ${lesson} AND rl."kind" = 'quiz'
      ORDER BY r."number" DESC LIMIT 1)
      LIMIT 1) found`,
  );
  if (row === undefined) throw notFound();
  return { ...quizSchema.parse(row), course, slug: lesson };
}
