import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";

/** An academy has few programmes; a list shows no more than these. */
const PROGRAMMES_SHOWN = 12;

const rowsSchema = z.array(
  z.object({
    slug: z.string(),
    titles: translatedSchema,
    summaries: translatedSchema,
    courses: z.number(),
    minutes: z.number(),
  }),
);

/** A programme as a card shows it. */
export type ProgrammeInList = Awaited<ReturnType<typeof findProgrammes>>[number];

/** The programmes that have published courses, or those of them that answer to `q`; one query. */
export async function findProgrammes(
  { db, locale }: Pick<UseCaseContext, "db" | "locale">,
  { q }: { q?: string | undefined } = {},
) {
  const asked = q ? Prisma.sql`WHERE p."searchVector" @@ search_query(${q})` : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT p."slug", p."titles", p."summaries", count(*)::int AS "courses", sum(c."minutes")::int AS "minutes"
    FROM "Programme" p
    JOIN "ProgrammeCourse" pc ON pc."programmeId" = p."id"
    JOIN "Course" c ON c."id" = pc."courseId" AND c."state" = 'published'
    ${asked} GROUP BY p."id" ORDER BY p."position", p."id" LIMIT ${PROGRAMMES_SHOWN}`,
  );
  return rowsSchema.parse(rows).map(({ titles, summaries, ...row }) => ({
    ...row,
    title: pickTranslated(titles, locale),
    summary: pickTranslated(summaries, locale),
  }));
}
