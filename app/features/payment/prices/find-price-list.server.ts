import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeTitleCursor, type TitleCursor, turnTitlePage } from "#app/platform/http/title-cursor.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, localePreference } from "#app/platform/i18n/locales.ts";
import { holdingPrices } from "./holding-prices.ts";
import type { ThingKind } from "./price-address.ts";

export const THINGS_PER_PAGE = 20;

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  titleLocale: localeSchema,
  published: z.boolean(),
  /** Its price in itself; null for a programme. */
  amount: z.number().nullable(),
  currency: z.string().nullable(),
});

/** All courses that are not deleted, or programmes, as "x", each under the title by which a reader finds it. */
function named(kind: ThingKind, locale: Locale): Prisma.Sql {
  if (kind === "courses") {
    return Prisma.sql`
      SELECT c."id", c."slug", n."title", n."textLocale" AS "titleLocale", c."state" = 'published' AS "published",
        c."priceAmount" AS "amount", c."priceCurrency" AS "currency",
        (SELECT string_agg(t."title", ' ') FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles"
      FROM "Course" c JOIN "CourseTitle" n ON n."courseId" = c."id" AND n."locale" = ${locale}
      WHERE c."deletedAt" IS NULL`;
  }
  return Prisma.sql`
    SELECT c."id", c."slug", c."titles"->>n."locale" AS "title", n."locale" AS "titleLocale", true AS "published",
      NULL::int AS "amount", NULL::text AS "currency",
      (SELECT string_agg(t."value", ' ') FROM jsonb_each_text(c."titles") t) AS "titles"
    FROM "Programme" c CROSS JOIN LATERAL (
      SELECT l."locale" FROM unnest(${localePreference(locale)}::text[]) WITH ORDINALITY AS l("locale", "place")
      WHERE c."titles" ? l."locale" ORDER BY l."place" LIMIT 1) n`;
}

type Search = { kind: ThingKind; q?: string | undefined; cursor?: string | undefined };

async function findThings(
  db: Db,
  { kind, q, locale, cursor }: Omit<Search, "cursor"> & { locale: Locale; cursor?: TitleCursor },
) {
  const back = cursor?.[0] === "before";
  const way = back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = back ? Prisma.sql`<` : Prisma.sql`>`;
  const title = Prisma.sql`x."title" COLLATE ${Prisma.raw(`"${locale}-x-icu"`)}`;
  const like = q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT x."id"::text, x."slug", x."title", x."titleLocale", x."published", x."amount", x."currency"
    FROM (${named(kind, locale)}) x
    WHERE ${like ? Prisma.sql`(x."titles" ILIKE ${like} OR x."slug" ILIKE ${like})` : Prisma.sql`true`}
      ${cursor ? Prisma.sql`AND (${title}, x."id") ${beyond} (${cursor[1]}, ${cursor[2]}::uuid)` : Prisma.empty}
    ORDER BY ${title} ${way}, x."id" ${way} LIMIT ${THINGS_PER_PAGE + 1}`,
  );
  return z.array(rowSchema).parse(rows);
}

/** What holds now of the prices of some things, by the id of the thing. */
async function findHolding(db: Db, { kind, ids, now }: { kind: ThingKind; ids: string[]; now: Date }) {
  const within = { in: ids };
  const rows = await db.price.findMany({
    where: {
      ...(kind === "programmes"
        ? { programmeId: within }
        : { OR: [{ courseId: within }, { cohort: { courseId: within, endsAt: { gt: now } } }] }),
      AND: [
        { OR: [{ startsAt: null }, { startsAt: { lte: now } }] },
        { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
      ],
    },
    select: {
      ...{ id: true, for: true, courseId: true, cohortId: true, programmeId: true, countryGroupId: true, amount: true },
      ...{ currency: true, startsAt: true, endsAt: true, labels: true },
      cohort: { select: { courseId: true, names: true } },
      countryGroup: { select: { name: true, countries: true } },
    },
  });
  const prices = rows.map(({ cohort, countryGroup, labels, ...price }) => ({
    ...price,
    thing: price.courseId ?? cohort?.courseId ?? price.programmeId ?? "",
    countries: countryGroup?.countries ?? null,
    group: countryGroup?.name ?? null,
    cohort: cohort ? translatedSchema.parse(cohort.names) : null,
    labels: translatedSchema.nullable().parse(labels),
  }));
  return Map.groupBy(prices, ({ thing }) => thing);
}

/**
 * One page of courses, or programmes, by title, each with the prices that hold now and for whom, with cursors to the
 * pages beside it. `q` is looked for in the titles of all languages. Throws 404 to whoever is no admin.
 */
export async function findPriceList(
  { db, actor, locale, clock }: Pick<PersonContext, "db" | "actor" | "locale" | "clock">,
  { kind, q, cursor: given }: Search,
) {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  const cursor = decodeTitleCursor(given);
  const found = await findThings(db, { kind, q, locale, ...(cursor ? { cursor } : {}) });
  const { rows, ...pages } = turnTitlePage(found, { cursor, size: THINGS_PER_PAGE });
  const holding = await findHolding(db, { kind, ids: rows.map(({ id }) => id), now });
  return {
    things: rows.map((row) => ({ ...row, prices: holdingPrices(holding.get(row.id) ?? [], now) })),
    ...pages,
  };
}

export type ThingInList = Awaited<ReturnType<typeof findPriceList>>["things"][number];
