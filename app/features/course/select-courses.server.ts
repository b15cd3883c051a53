import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { Level } from "#app/platform/db/generated/enums.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";

const rowSchema = z.object({
  id: z.string(),
  rank: z.number(),
  slug: z.string(),
  level: z.enum(Level),
  locales: z.array(localeSchema),
  lessonCount: z.number(),
  minutes: z.number(),
  priceAmount: z.number(),
  priceCurrency: z.string(),
  coverSha256: z.string().nullable(),
  publishedAt: z.date(),
  title: z.string(),
  textLocale: localeSchema,
  summary: z.string(),
  subjectSlug: z.string(),
  subjectNames: translatedSchema,
  instructors: z.array(z.object({ handle: z.string(), names: translatedSchema })),
});

/** A course as a card shows it. `text` says in which language its title and summary are. */
export type CourseInList = Awaited<ReturnType<typeof selectCourses>>[number];

/**
 * What cards show of the picked courses, in the order picked, in one query. `picked` is a query that gives "id" and
 * "rank"; it decides which courses may be seen.
 */
export async function selectCourses(db: DbOrTx, { locale, picked }: { locale: Locale; picked: Prisma.Sql }) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "picked" AS MATERIALIZED (${picked}),
    "placed" AS (SELECT "id", "rank", row_number() OVER () AS "place" FROM "picked")
    SELECT c."id"::text, p."rank", c."slug", c."level"::text, c."locales", c."lessonCount", c."minutes", c."priceAmount",
      c."priceCurrency", c."coverSha256", c."publishedAt", t."title", t."locale" AS "textLocale", t."summary",
      c."subjectSlug", s."names" AS "subjectNames", coalesce(i."instructors", '[]') AS "instructors"
    FROM "placed" p
    JOIN "Course" c ON c."id" = p."id"
    JOIN "CourseTitle" ct ON ct."courseId" = p."id" AND ct."locale" = ${locale}
    JOIN "CourseText" t ON t."courseId" = p."id" AND t."locale" = ct."textLocale"
    JOIN "Subject" s ON s."slug" = c."subjectSlug"
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('handle', i."handle", 'names', i."names") ORDER BY ci."position", i."handle")
        AS "instructors"
      FROM "CourseInstructor" ci JOIN "Instructor" i ON i."id" = ci."instructorId"
      WHERE ci."courseId" = p."id" AND ci."role" <> 'assistant'
    ) i ON true
    ORDER BY p."place"`,
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ subjectSlug, subjectNames, instructors, publishedAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
      subject: { slug: subjectSlug, name: pickTranslated(subjectNames, locale) },
      instructors: instructors.map(({ handle, names }) => ({ handle, name: pickTranslated(names, locale) })),
    }));
}
