import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { inCohort, inPeriod } from "./enrolment-conditions.server.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";
import { inCourseOrder } from "./in-course-order.ts";
import type { TimeStep } from "./report-parts.ts";
import { type Bucket, countInBuckets, planBuckets } from "./time-buckets.ts";
import { todayIn } from "./today-in.ts";

const dayCountSchema = z.object({ day: z.iso.date(), count: z.number() });

const rowSchema = z.object({
  /** Learners who finished the course, and lessons that were completed. */
  finishedDays: z.array(dayCountSchema.extend({ cohortId: z.uuid().nullable() })),
  lessonDays: z.array(dayCountSchema),
});

export type CompletionCounts = {
  finished: number;
  lessons: number;
  step: TimeStep;
  buckets: (Bucket & { finished: number; lessons: number })[];
  /** Those in which anybody finished; `finishedBy` is by bucket. */
  cohorts: { cohortId: string | null; finished: number; finishedBy: number[] }[];
};

const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0);

/**
 * When learners of the course, or of the cohort that was asked for, completed lessons and finished: what happened in
 * the period, whenever they enrolled. What was waived is counted as well. One query.
 */
export async function findCompletionCounts(
  { db, clock }: Pick<PersonContext, "db" | "clock">,
  course: ReportedCourse,
): Promise<CompletionCounts> {
  const { choice, period, timeZone } = course;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT (e."completedAt" AT TIME ZONE ${timeZone})::date AS "day", e."cohortId", count(*)::int AS "count"
        FROM "Enrolment" e WHERE ${inCohort(course)} AND e."completedAt" IS NOT NULL
          AND ${inPeriod(Prisma.sql`e."completedAt"`, course)} GROUP BY 1, 2) d) AS "finishedDays",
      (SELECT coalesce(json_agg(d), '[]') FROM (
        SELECT (f."completedAt" AT TIME ZONE ${timeZone})::date AS "day", count(*)::int AS "count"
        FROM "Enrolment" e JOIN "Completion" f ON f."enrolmentId" = e."id" WHERE ${inCohort(course)}
          AND ${inPeriod(Prisma.sql`f."completedAt"`, course)} GROUP BY 1) d) AS "lessonDays"`,
  );
  const { finishedDays, lessonDays } = rowSchema.parse(row);
  const plan = planBuckets(
    [...finishedDays, ...lessonDays].map(({ day }) => day),
    { asked: choice.by, period, today: todayIn(timeZone, clock.now()) },
  );
  const finished = countInBuckets(plan, finishedDays);
  const lessons = countInBuckets(plan, lessonDays);
  const cohortIds = [...new Set(finishedDays.map(({ cohortId }) => cohortId))];
  const cohorts = cohortIds.map((cohortId) => {
    const own = finishedDays.filter((day) => day.cohortId === cohortId);
    return { cohortId, finished: sum(own), finishedBy: countInBuckets(plan, own) };
  });
  return {
    finished: sum(finishedDays),
    lessons: sum(lessonDays),
    step: plan.step,
    buckets: plan.list.map((bucket, i) => ({ ...bucket, finished: finished[i] ?? 0, lessons: lessons[i] ?? 0 })),
    cohorts: inCourseOrder(cohorts, course),
  };
}
