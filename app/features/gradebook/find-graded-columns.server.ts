import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const columnSchema = z.object({
  lessonId: z.uuid(),
  slug: z.string(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  /** What it weighs, lightest first: more than one where releases that learners hold differ in it. */
  weights: z.array(z.number()),
});

export type GradedColumn = z.infer<typeof columnSchema>;

/**
 * The lessons that are graded for some learner of a course, each once, with slug and titles of the newest release that
 * grades it: first those of the newest release that learners hold, in its order, then those that only older ones have.
 */
export async function findGradedColumns(db: DbOrTx, { courseId }: { courseId: string }): Promise<GradedColumn[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT g."lessonId", n."slug", g."weights",
      (SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
        WHERE t."releaseId" = n."releaseId" AND t."lessonId" = g."lessonId") AS "titles"
    FROM (
      SELECT l."lessonId", max(r."number") AS "newest", array_agg(DISTINCT l."weight" ORDER BY l."weight") AS "weights"
      FROM "Release" r JOIN "ReleaseLesson" l ON l."releaseId" = r."id" AND l."required" AND l."kind" = 'quiz'
      WHERE r."id" IN (SELECT DISTINCT e."releaseId" FROM "Enrolment" e WHERE e."courseId" = ${courseId}::uuid)
      GROUP BY l."lessonId") g
    JOIN "Release" r ON r."courseId" = ${courseId}::uuid AND r."number" = g."newest"
    JOIN "ReleaseLesson" n ON n."releaseId" = r."id" AND n."lessonId" = g."lessonId"
    ORDER BY g."newest" DESC, n."position"`,
  );
  return columnSchema.array().parse(rows);
}
