import { Prisma } from "#app/platform/db/generated/client.ts";
import type { ReportedCourse } from "./find-reported-course.server.ts";

type Asked = Pick<ReportedCourse, "courseId" | "choice" | "period" | "timeZone">;

/** Whether the enrolment `e` is of the course, and of the cohort that was asked for. */
export function inCohort({ courseId, choice: { cohort } }: Pick<Asked, "courseId" | "choice">): Prisma.Sql {
  const ofCourse = Prisma.sql`e."courseId" = ${courseId}::uuid`;
  if (cohort === undefined) return ofCourse;
  if (cohort === "none") return Prisma.sql`${ofCourse} AND e."cohortId" IS NULL`;
  return Prisma.sql`${ofCourse} AND e."cohortId" = ${cohort}::uuid`;
}

/** Whether a moment lies in the period that was asked for, by the days of the asker's time zone. */
export function inPeriod(moment: Prisma.Sql, { period: { from, until }, timeZone }: Asked): Prisma.Sql {
  const after = from ? Prisma.sql`AND ${moment} >= (${from}::date)::timestamp AT TIME ZONE ${timeZone}` : Prisma.empty;
  const before = until
    ? Prisma.sql`AND ${moment} < (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone}`
    : Prisma.empty;
  return Prisma.sql`true ${after} ${before}`;
}

/** Whether the enrolment `e` is among those asked for: of the course and cohort, and begun in the period. */
export const isAmong = (asked: Asked): Prisma.Sql =>
  Prisma.sql`${inCohort(asked)} AND ${inPeriod(Prisma.sql`e."enrolledAt"`, asked)}`;
