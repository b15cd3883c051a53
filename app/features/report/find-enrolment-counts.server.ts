import { cumsum } from "d3-array";
import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isAmong } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";
import { inCourseOrder } from "./in-course-order.ts";
import { QUIET_DAYS } from "./quiet-days.ts";
import type { TimeStep } from "./report-parts.ts";
import { type Bucket, countInBuckets, planBuckets } from "./time-buckets.ts";
import { todayIn } from "./today-in.ts";

const dayCountSchema = z.object({ day: z.iso.date(), cohortId: z.uuid().nullable(), count: z.number() });

const cohortSchema = z.object({
  cohortId: z.uuid().nullable(),
  enrolled: z.number(),
  withdrawn: z.number(),
  finished: z.number(),
});

const rowSchema = z.object({
  enrolled: z.number(),
  withdrawn: z.number(),
  finished: z.number(),
  /** Seen lately, and neither withdrawn nor finished. */
  learning: z.number(),
  days: z.array(dayCountSchema),
  cohorts: z.array(cohortSchema),
});

export type EnrolmentCounts = Pick<z.infer<typeof rowSchema>, "enrolled" | "withdrawn" | "finished" | "learning"> & {
  step: TimeStep;
  /** In the order of time; `inAll` counts from the beginning of what was asked for. */
  buckets: (Bucket & { enrolled: number; inAll: number })[];
  /** Those in which anybody is; `enrolledBy` is by bucket. */
  cohorts: (z.infer<typeof cohortSchema> & { enrolledBy: number[] })[];
};

/** Who enrolled when, of those asked for: by day, week or month, and by cohort. One query. */
export async function findEnrolmentCounts(
  { db, clock }: Pick<PersonContext, "db" | "clock">,
  course: ReportedCourse,
): Promise<EnrolmentCounts> {
  const now = clock.now();
  const [row] = await queryRows(
    db,
    Prisma.sql`
    WITH mine AS MATERIALIZED (
      SELECT e."cohortId", (e."enrolledAt" AT TIME ZONE ${course.timeZone})::date AS "day",
        e."state" = 'withdrawn' AS "withdrawn", e."completedAt" IS NOT NULL AS "finished",
        e."lastSeenAt" > ${now}::timestamptz - ${QUIET_DAYS} * interval '24 hours' AS "seen"
      FROM "Enrolment" e WHERE ${isAmong(course)}
    )
    SELECT count(*)::int AS "enrolled", (count(*) FILTER (WHERE "withdrawn"))::int AS "withdrawn",
      (count(*) FILTER (WHERE "finished"))::int AS "finished",
      (count(*) FILTER (WHERE "seen" AND NOT "withdrawn" AND NOT "finished"))::int AS "learning",
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT "day", "cohortId", count(*)::int AS "count" FROM mine GROUP BY 1, 2) d) AS "days",
      (SELECT coalesce(json_agg(k), '[]') FROM (
        SELECT "cohortId", count(*)::int AS "enrolled", (count(*) FILTER (WHERE "withdrawn"))::int AS "withdrawn",
          (count(*) FILTER (WHERE "finished"))::int AS "finished" FROM mine GROUP BY 1) k) AS "cohorts"
    FROM mine`,
  );
  const { days, cohorts, ...figures } = rowSchema.parse(row);
  const { choice, period, timeZone } = course;
  const today = todayIn(timeZone, now);
  const plan = planBuckets(
    days.map(({ day }) => day),
    { asked: choice.by, period, today },
  );
  const enrolled = countInBuckets(plan, days);
  const inAll = cumsum(enrolled);
  return {
    ...figures,
    step: plan.step,
    buckets: plan.list.map((bucket, i) => ({ ...bucket, enrolled: enrolled[i] ?? 0, inAll: inAll[i] ?? 0 })),
    cohorts: inCourseOrder(cohorts, course).map((cohort) => ({
      ...cohort,
      enrolledBy: countInBuckets(
        plan,
        days.filter(({ cohortId }) => cohortId === cohort.cohortId),
      ),
    })),
  };
}
