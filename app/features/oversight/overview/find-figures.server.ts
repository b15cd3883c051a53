import { z } from "zod";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

const pairSchema = z.object({ now: z.number(), before: z.number() });
export type Pair = z.output<typeof pairSchema>;

const enrolmentSchema = z.object({ enrolled: pairSchema, finished: pairSchema });
const activitySchema = z.object({ active: pairSchema, lessons: pairSchema });
const dayCounts = z.array(z.object({ day: z.iso.date(), count: z.number() }));
const daysSchema = z.object({ enrolled: dayCounts, finished: dayCounts, active: dayCounts });
const revenueSchema = pairSchema.extend({ currency: z.string(), orders: z.number() });

export type Figures = {
  /** The first day and today, in the reader's time zone. */
  from: string;
  until: string;
  enrolled: Pair;
  /** Courses that were finished. */
  finished: Pair;
  /** People who began or completed a lesson, or sat at a quiz. */
  active: Pair;
  /** Lessons that were completed. */
  lessons: Pair;
  certificates: Pair;
  /** What came in less what went back, in minor units, by currency. */
  revenue: z.output<typeof revenueSchema>[];
  byDay: z.output<typeof daysSchema>;
};

type Asked = { days: number; timeZone: string; now: Date };

/** Both periods as "b": from midnight of the first day until now, and as long before that. */
const bounds = ({ days, timeZone, now }: Asked) => Prisma.sql`"b" AS (
  SELECT "from", "now", "from" - ${days} * interval '1 day' AS "earlier", "now" - ${days} * interval '1 day' AS "then"
  FROM (SELECT ${now}::timestamptz AS "now",
    (date_trunc('day', ${now}::timestamptz AT TIME ZONE ${timeZone}) - ${days - 1} * interval '1 day')
      AT TIME ZONE ${timeZone} AS "from") p)`;

/** What an expression counts now and before, of rows with a time "at". */
const pair = (count: Prisma.Sql, at: Prisma.Sql) => Prisma.sql`json_build_object(
  'now', (${count} FILTER (WHERE ${at} >= b."from" AND ${at} < b."now"))::float8,
  'before', (${count} FILTER (WHERE ${at} >= b."earlier" AND ${at} < b."then"))::float8)`;

/** Who did what when, as far as facts say: one row for each. */
const activity = Prisma.sql`"did" AS MATERIALIZED (
  SELECT e."userId", f."at", f."lesson" FROM (
    SELECT c."enrolmentId", c."completedAt" AS "at", true AS "lesson" FROM "Completion" c, "b"
    WHERE c."completedAt" >= b."earlier" AND c."completedAt" < b."now"
    UNION ALL SELECT v."enrolmentId", v."firstAt", false FROM "LessonVisit" v, "b"
    WHERE v."firstAt" >= b."earlier" AND v."firstAt" < b."now"
    UNION ALL SELECT a."enrolmentId", a."startedAt", false FROM "Attempt" a, "b"
    WHERE a."startedAt" >= b."earlier" AND a."startedAt" < b."now"
  ) f JOIN "Enrolment" e ON e."id" = f."enrolmentId")`;

const byDay = (rows: Prisma.Sql, count: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(d), '[]') FROM (SELECT "day"::text AS "day", ${count}::int AS "count" FROM ${rows} GROUP BY 1) d)`;

const enrolmentsQuery = (asked: Asked) => Prisma.sql`
  WITH ${bounds(asked)}
  SELECT ${pair(Prisma.sql`count(*)`, Prisma.sql`e."enrolledAt"`)} AS "enrolled",
    ${pair(Prisma.sql`count(*)`, Prisma.sql`e."completedAt"`)} AS "finished"
  FROM "b" LEFT JOIN "Enrolment" e ON e."enrolledAt" >= b."earlier" OR e."completedAt" >= b."earlier" GROUP BY b.*`;

/** People are found once for each period, and once for each day: counting them distinct of all facts would sort them all. */
const activityQuery = (asked: Asked) => Prisma.sql`
  WITH ${bounds(asked)}, ${activity}, "people" AS (
    SELECT d."userId", bool_or(d."at" >= b."from") AS "now", bool_or(d."at" < b."then") AS "before",
      count(*) FILTER (WHERE d."lesson" AND d."at" >= b."from") AS "lessons",
      count(*) FILTER (WHERE d."lesson" AND d."at" < b."then") AS "earlier"
    FROM "did" d, "b" GROUP BY 1)
  SELECT json_build_object('now', count(*) FILTER (WHERE "now"), 'before', count(*) FILTER (WHERE "before")) AS "active",
    json_build_object('now', coalesce(sum("lessons"), 0)::float8, 'before', coalesce(sum("earlier"), 0)::float8) AS "lessons",
    (SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT "day"::text AS "day", count(*)::int AS "count" FROM (
        SELECT DISTINCT (d."at" AT TIME ZONE ${asked.timeZone})::date AS "day", d."userId"
        FROM "did" d, "b" WHERE d."at" >= b."from") o GROUP BY 1) x) AS "days"
  FROM "people"`;

const dayOf = (column: Prisma.Sql, timeZone: string) => Prisma.sql`(${column} AT TIME ZONE ${timeZone})::date AS "day"`;

const daysQuery = (asked: Asked) => {
  const within = (column: Prisma.Sql) => Prisma.sql`(
    SELECT ${dayOf(column, asked.timeZone)} FROM "Enrolment" e, "b" WHERE ${column} >= b."from" AND ${column} < b."now") o`;
  const count = Prisma.sql`count(*)`;
  return Prisma.sql`WITH ${bounds(asked)}
    SELECT to_char(b."from" AT TIME ZONE ${asked.timeZone}, 'YYYY-MM-DD') AS "from",
      to_char(b."now" AT TIME ZONE ${asked.timeZone}, 'YYYY-MM-DD') AS "until",
      ${byDay(within(Prisma.sql`e."enrolledAt"`), count)} AS "enrolled",
      ${byDay(within(Prisma.sql`e."completedAt"`), count)} AS "finished" FROM "b"`;
};

const certificatesQuery = (asked: Asked) => Prisma.sql`
  WITH ${bounds(asked)} SELECT ${pair(Prisma.sql`count(*)`, Prisma.sql`c."issuedAt"`)} AS "certificates"
  FROM "b" LEFT JOIN "Certificate" c ON c."issuedAt" >= b."earlier" GROUP BY b.*`;

const revenueQuery = (asked: Asked) => {
  const net = Prisma.sql`coalesce(sum(v."paid" - v."refunded" - v."lost")`;
  return Prisma.sql`
    WITH ${bounds(asked)}
    SELECT o."currency",
      (${net} FILTER (WHERE v."at" >= b."from"), 0))::float8 AS "now",
      (${net} FILTER (WHERE v."at" < b."then"), 0))::float8 AS "before",
      (count(DISTINCT v."orderId") FILTER (WHERE v."paid" > 0 AND v."at" >= b."from"))::int AS "orders"
    FROM "b" JOIN "OrderEvent" v ON v."at" >= b."earlier" AND v."at" < b."now"
      AND (v."paid" <> 0 OR v."refunded" <> 0 OR v."lost" <> 0)
    JOIN "Order" o ON o."id" = v."orderId" GROUP BY 1 ORDER BY 4 DESC, 1`;
};

/**
 * What happened in the academy in so many days until now, beside as many before: until the same hour, so that a day that
 * has just begun is not held against a whole one.
 */
export async function findFigures(db: Db, asked: Asked): Promise<Figures> {
  const [enrolments, activityRows, certificates, revenue, days] = await Promise.all(
    [enrolmentsQuery, activityQuery, certificatesQuery, revenueQuery, daysQuery].map((query) =>
      queryRows(db, query(asked)),
    ),
  );
  const [counts] = z.array(enrolmentSchema).parse(enrolments);
  const [acts] = z.array(activitySchema.extend({ days: dayCounts })).parse(activityRows);
  const [issued] = z.array(z.object({ certificates: pairSchema })).parse(certificates);
  const plotted = daysSchema.omit({ active: true }).extend({ from: z.iso.date(), until: z.iso.date() });
  const [drawn] = z.array(plotted).parse(days);
  if (!counts || !acts || !issued || !drawn) throw new Error("Each of these queries gives one row");
  const { from, until, ...byDay } = drawn;
  return {
    ...{ from, until, ...counts, active: acts.active, lessons: acts.lessons, ...issued },
    revenue: z.array(revenueSchema).parse(revenue),
    byDay: { ...byDay, active: acts.days },
  };
}
