import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";

/**
 * Pages in one file. Each stands there once for every language with all the others beside it, about 9 KB: the
 * protocol (sitemaps.org) allows 50 MB and 50,000 addresses.
 */
const PAGES_PER_FILE = 2_000;

const pagesSchema = z.array(z.object({ path: z.string(), changedAt: z.date().nullable() }));

const publicPages = Prisma.sql`
  SELECT '/courses/' || c."slug" AS "path", r."createdAt" AS "changedAt" FROM "Course" c
    JOIN "Release" r ON r."id" = c."currentReleaseId" WHERE c."state" = 'published'
  UNION ALL SELECT '/programmes/' || "slug", NULL FROM "Programme"
  UNION ALL SELECT '/instructors/' || i."handle", NULL FROM "Instructor" i WHERE EXISTS (
    SELECT FROM "CourseInstructor" ci JOIN "Course" c ON c."id" = ci."courseId" AND c."state" = 'published'
    WHERE ci."instructorId" = i."id" AND ci."role" <> 'assistant')`;

/** How many files the map of the public pages has; one query. */
export async function countSitemapFiles({ db }: Pick<UseCaseContext, "db">): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`SELECT count(*)::int AS "pages" FROM (${publicPages}) AS p`);
  const [{ pages } = { pages: 0 }] = z.array(z.object({ pages: z.number() })).parse(rows);
  return Math.max(1, Math.ceil(pages / PAGES_PER_FILE));
}

/**
 * The public pages of one file of the map, counted from 1, without a language segment, and when what they show last
 * changed where that is known; one query.
 */
export async function findSitemapPages({ db }: Pick<UseCaseContext, "db">, { file }: { file: number }) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT "path", "changedAt" FROM (${publicPages}) AS p
    ORDER BY "path" COLLATE "C" LIMIT ${PAGES_PER_FILE} OFFSET ${(file - 1) * PAGES_PER_FILE}`);
  const pages = pagesSchema.parse(rows);
  const standing = file === 1 ? ["/", "/courses"].map((path) => ({ path, changedAt: null })) : [];
  return [...standing, ...pages];
}
