import { z } from "zod";
import { loadOutlines } from "#app/features/course/load-release.server.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { EnrolmentState } from "#app/platform/db/generated/enums.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { deriveLearnerCourse } from "./derive-learner-course.server.ts";
import {
  courseColumns,
  type EnrolledCourse,
  enrolledCourseSchema,
  enrolmentColumn,
} from "./learner-course-rows.server.ts";
import { chooseNextStep, type NextStep } from "./learner-outline.ts";
import { gateOf, isOpenGate } from "./lesson-gate.ts";

const PAGE = 24;

export type MyCourse = {
  course: Pick<EnrolledCourse, "slug" | "titles" | "coverSha256">;
  enrolment: Pick<EnrolledCourse["enrolment"], "id" | "state" | "completedAt" | "cohort">;
  /** From 0 to 1. */
  share: number;
  finished: boolean;
  required: number;
  completedRequired: number;
  next: NextStep | undefined;
};

/** Where the next page begins. */
const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

/**
 * The actor's courses, those she was last in first, a page at a time, with where to go on in each. `after` is the
 * `next` of the page before; anything else begins at the beginning.
 */
export async function findMyCourses(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { state = "active", after, limit = PAGE }: { state?: EnrolmentState; after?: string; limit?: number } = {},
): Promise<{ courses: MyCourse[]; next: string | undefined }> {
  const cursor = cursorSchema.safeParse(after?.split("_"));
  const where = cursor.success
    ? Prisma.sql`AND (coalesce(e."lastSeenAt", e."enrolledAt"), e."id") < (${cursor.data[0]}, ${cursor.data[1]}::uuid)`
    : Prisma.empty;
  const rows = await findRows(ctx, {
    where: Prisma.sql`e."state" = ${state}::"EnrolmentState" ${where}`,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    courses: await toMyCourses(ctx, shown),
    next: last && rows.length > limit ? `${last.seenAt.toISOString()}_${last.enrolment.id}` : undefined,
  };
}

/** The course that the actor was last in and has not finished, with where to go on; for a guest there is none. */
export async function findCurrentEnrolment({
  db,
  actor,
  clock,
}: Pick<UseCaseContext, "db" | "actor" | "clock">): Promise<MyCourse | undefined> {
  if (!actor) return undefined;
  const where = Prisma.sql`e."state" = 'active' AND e."completedAt" IS NULL`;
  const [current] = await toMyCourses({ db, actor, clock }, await findRows({ db, actor }, { where, limit: 1 }));
  return current;
}

const rowSchema = enrolledCourseSchema.extend({ seenAt: z.coerce.date() });
type Row = z.infer<typeof rowSchema>;

async function findRows(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { where, limit }: { where: Prisma.Sql; limit: number },
): Promise<Row[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT ${courseColumns}, ${enrolmentColumn}, coalesce(e."lastSeenAt", e."enrolledAt") AS "seenAt"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId"
    WHERE e."userId" = ${actor.id}::uuid AND c."state" <> 'draft' AND c."deletedAt" IS NULL AND ${where}
    ORDER BY coalesce(e."lastSeenAt", e."enrolledAt") DESC, e."id" DESC LIMIT ${limit}`,
  );
  return z.array(rowSchema).parse(rows);
}

async function toMyCourses(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  rows: Row[],
): Promise<MyCourse[]> {
  // All releases at once, so that what follows finds them in memory.
  const releases = rows.flatMap(({ currentReleaseId, enrolment }) => [
    enrolment.releaseId,
    ...enrolment.laterReleaseIds,
    ...(currentReleaseId ? [currentReleaseId] : []),
  ]);
  await loadOutlines(db, releases);
  return Promise.all(
    rows.map(async ({ slug, titles, coverSha256, currentReleaseId, state, enrolment }) => {
      const { progress, sections } = await deriveLearnerCourse(db, { currentReleaseId, enrolment });
      const gate = gateOf({ course: { state, role: null, enrolment }, sections }, { actor, now: clock.now() });
      const { id, completedAt, cohort } = enrolment;
      const { share, finished, required, completedRequired } = progress;
      return {
        course: { slug, titles, coverSha256 },
        enrolment: { id, state: enrolment.state, completedAt, cohort },
        ...{ share, finished, required, completedRequired },
        next: chooseNextStep(sections, {
          lastLessonId: enrolment.lastLessonId,
          isOpen: (lesson) => isOpenGate(gate(lesson)),
        }),
      };
    }),
  );
}
