import { z } from "zod";
import { isFirst, itemFigures, itemFiguresSchema } from "#app/features/quiz/results/find-item-statistics.server.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";

const questionSchema = itemFiguresSchema.extend({
  /** The quiz in which it was sat. */
  lessonId: z.uuid(),
  slug: z.string().nullable(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
});

export type QuestionFigures = z.infer<typeof questionSchema>;

/**
 * How the questions of all quizzes of the course did with those asked for, version by version: the weakest first, by
 * discrimination, and those of which it cannot be said at the end. Of each learner's first attempt that counts, or of
 * all. One query.
 */
export async function findQuestionFigures(
  { db }: Pick<PersonContext, "db">,
  course: ReportedCourse,
): Promise<QuestionFigures[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH sat AS MATERIALIZED (
      SELECT a."id", a."lessonId", a."points", a."maxPoints" FROM "Enrolment" e
      JOIN "Attempt" a ON a."enrolmentId" = e."id"
      WHERE ${isAmong(course)} AND a."state" = 'submitted' ${course.choice.of === "first" ? isFirst : Prisma.empty}
    ), item AS MATERIALIZED (
      SELECT a."lessonId", g."versionId", ${itemFigures}
      FROM sat a JOIN "SlotGrade" g ON g."attemptId" = a."id" GROUP BY 1, 2
    )
    SELECT item.*, q."id" AS "questionId", q."name", q."type", v."number", known."slug", known."titles"
    FROM item JOIN "QuestionVersion" v ON v."id" = item."versionId" JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN LATERAL (
      SELECT coalesce((SELECT d."slug" FROM "Lesson" d WHERE d."id" = item."lessonId"), l."slug") AS "slug",
        (SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
          WHERE t."releaseId" = l."releaseId" AND t."lessonId" = l."lessonId") AS "titles"
      FROM "ReleaseLesson" l JOIN "Release" r ON r."id" = l."releaseId"
      WHERE l."lessonId" = item."lessonId" ORDER BY r."number" DESC LIMIT 1) known ON true
    ORDER BY item."discrimination" NULLS LAST, q."name", v."number"`,
  );
  return questionSchema.array().parse(rows);
}
