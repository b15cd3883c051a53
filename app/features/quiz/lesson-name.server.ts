import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** How a lesson that was sat is called and addressed: as the last release that has it says. */
export const lessonNameSchema = z.object({
  slug: z.string(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
});

/** The same as JSON, for a lesson id of a query. */
export const lessonName = (lessonId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('slug', rl."slug", 'titles', (
    SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
    WHERE t."releaseId" = rl."releaseId" AND t."lessonId" = rl."lessonId"))
  FROM "ReleaseLesson" rl JOIN "Release" r ON r."id" = rl."releaseId"
  WHERE rl."lessonId" = ${lessonId} ORDER BY r."number" DESC LIMIT 1)`;
