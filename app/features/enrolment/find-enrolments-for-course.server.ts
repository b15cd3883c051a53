import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canSeeRoster } from "./enrolment-access.ts";

const PAGE = 50;
const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

export type RosterEntry = {
  enrolmentId: string;
  name: string;
  state: EnrolmentState;
  enrolledAt: Date;
  lastSeenAt: Date | null;
  completedAt: Date | null;
  completedRequired: number;
  required: number;
  cohortNames: Partial<Record<string, string>> | null;
};

/**
 * Who learns in a course and how far they are, those who came last first, a page at a time. `after` is the `next` of
 * the page before. Throws 404 where the actor holds no role in the course, or it was deleted.
 */
export async function findEnrolmentsForCourse(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug, after, limit = PAGE }: { course: string; after?: string; limit?: number },
): Promise<{ learners: RosterEntry[]; next: string | undefined }> {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, deletedAt: true },
      instructors: { where: { instructor: { userId: actor.id } }, select: { role: true } },
    },
  });
  if (!course || course.deletedAt || !canSeeRoster(actor, { role: course.instructors[0]?.role ?? null }))
    throw notFound();
  const cursor = cursorSchema.safeParse(after?.split("_"));
  const from = cursor.success
    ? Prisma.sql`AND (e."enrolledAt", e."id") < (${cursor.data[0]}, ${cursor.data[1]}::uuid)`
    : Prisma.empty;
  const learners = await db.$queryRaw<RosterEntry[]>`
    SELECT e."id" AS "enrolmentId", u."name", e."state", e."enrolledAt", e."lastSeenAt", e."completedAt",
      e."completedRequired", e."required", k."names" AS "cohortNames"
    FROM "Enrolment" e JOIN "User" u ON u."id" = e."userId" LEFT JOIN "Cohort" k ON k."id" = e."cohortId"
    WHERE e."courseId" = ${course.id}::uuid ${from}
    ORDER BY e."enrolledAt" DESC, e."id" DESC LIMIT ${limit + 1}`;
  const shown = learners.slice(0, limit);
  const last = shown.at(-1);
  return {
    learners: shown,
    next: last && learners.length > limit ? `${last.enrolledAt.toISOString()}_${last.enrolmentId}` : undefined,
  };
}
