import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";
import { inCourseOrder } from "./in-course-order.ts";

/** As many bars as the histogram has at most; the last holds all that took longer. */
const BARS = 24;
/** Widths that a bar may have, in days: hours, days, weeks, and round numbers of days. */
const WIDTHS = [1 / 24, 0.25, 1, 2, 7, 14, 30, 90, 365];

/** In days. */
const quartilesSchema = z.tuple([z.number(), z.number(), z.number()]);
const cohortSchema = z.object({ cohortId: z.uuid().nullable(), finished: z.number(), quartiles: quartilesSchema });

const rowSchema = z.object({
  enrolled: z.number(),
  finished: z.number(),
  quartiles: quartilesSchema.nullable(),
  width: z.number(),
  bars: z.array(z.object({ bar: z.number(), count: z.number() })),
  cohorts: z.array(cohortSchema),
});

export type Durations = {
  enrolled: number;
  finished: number;
  /** First quartile, median and third quartile, in days; null where nobody has finished. */
  quartiles: [number, number, number] | null;
  /** From and to in days; `to` is null where it holds all that took longer. */
  histogram: { from: number; to: number | null; count: number }[];
  cohorts: z.infer<typeof cohortSchema>[];
};

/**
 * How long those asked for took to finish the course: from when they could begin, that is when they enrolled or, if it
 * is later, when their cohort started. One query.
 */
export async function findDurations({ db }: Pick<PersonContext, "db">, course: ReportedCourse): Promise<Durations> {
  const quartiles = Prisma.sql`percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY "days")`;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    WITH mine AS MATERIALIZED (
      SELECT e."cohortId", greatest(0, extract(epoch FROM
        e."completedAt" - greatest(e."enrolledAt", k."startsAt"))::float8 / 86400) AS "days", e."completedAt"
      FROM "Enrolment" e LEFT JOIN "Cohort" k ON k."id" = e."cohortId" WHERE ${isAmong(course)}
    ), took AS MATERIALIZED (
      SELECT "cohortId", "days" FROM mine WHERE "completedAt" IS NOT NULL
    ), chosen AS (
      -- As narrow as can be, with nearly all learners before the last bar.
      SELECT coalesce(min(w), ${WIDTHS.at(-1)}::float8) AS "width" FROM unnest(${WIDTHS}::float8[]) w
      WHERE w * ${BARS - 1} >= (SELECT percentile_cont(0.98) WITHIN GROUP (ORDER BY "days") FROM took)
    )
    SELECT (SELECT count(*)::int FROM mine) AS "enrolled", (SELECT count(*)::int FROM took) AS "finished",
      (SELECT ${quartiles} FROM took) AS "quartiles", (SELECT "width" FROM chosen) AS "width",
      (SELECT coalesce(json_agg(b), '[]') FROM (
        SELECT least(${BARS - 1}, floor("days" / "width"))::int AS "bar", count(*)::int AS "count"
        FROM took, chosen GROUP BY 1) b) AS "bars",
      (SELECT coalesce(json_agg(k), '[]') FROM (
        SELECT "cohortId", count(*)::int AS "finished", ${quartiles} AS "quartiles" FROM took GROUP BY 1) k) AS "cohorts"`,
  );
  const { bars, width, cohorts, ...figures } = rowSchema.parse(row);
  return { ...figures, histogram: toHistogram(bars, width), cohorts: inCourseOrder(cohorts, course) };
}

function toHistogram(bars: readonly { bar: number; count: number }[], width: number): Durations["histogram"] {
  const counts = new Map(bars.map(({ bar, count }) => [bar, count]));
  const length = Math.max(0, ...bars.map(({ bar }) => bar + 1));
  return Array.from({ length }, (_, bar) => ({
    from: bar * width,
    to: bar === BARS - 1 ? null : (bar + 1) * width,
    count: counts.get(bar) ?? 0,
  }));
}
