import { loadOutlines } from "#app/features/course/load-release.server.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { deriveLearnerCourse } from "./derive-learner-course.server.ts";
import type { Progress } from "./derive-progress.ts";
import {
  type CourseForPerson,
  courseColumns,
  courseForPersonSchema,
  enrolmentColumn,
} from "./learner-course-rows.server.ts";
import { buildPlainOutline, type LearnerSection } from "./learner-outline.ts";

export type LearnerCourse = {
  course: CourseForPerson;
  sections: LearnerSection[];
  /** Null for somebody without an active place in the course. */
  progress: Progress | null;
};

/**
 * A course as the actor meets it in the player: with her outline and progress where she has a place, else as its
 * current release has it. Says nothing of what she may read: that is for `canReadLesson`.
 * Throws 404 where there is no such course or it was never released.
 */
export async function findLearnerCourse(
  { db, actor }: Pick<UseCaseContext, "db" | "actor">,
  { course: slug }: { course: string },
): Promise<LearnerCourse> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT ${courseColumns}, ${enrolmentColumn},
      (SELECT ci."role" FROM "CourseInstructor" ci
        WHERE ci."courseId" = c."id" AND ci."instructorId" = ${actor?.instructorId ?? null}::uuid) AS "role"
    FROM "Course" c
    LEFT JOIN "Enrolment" e ON e."courseId" = c."id" AND e."userId" = ${actor?.id ?? null}::uuid
    WHERE c."slug" = ${slug} AND c."deletedAt" IS NULL`,
  );
  if (rows[0] === undefined) throw notFound();
  const course = courseForPersonSchema.parse(rows[0]);
  const { enrolment } = course;
  if (enrolment?.state === "active") {
    return { course, ...(await deriveLearnerCourse(db, { ...course, enrolment })) };
  }
  if (!course.currentReleaseId) throw notFound();
  const [outline] = await loadOutlines(db, [course.currentReleaseId]);
  if (!outline) throw notFound();
  return { course, sections: buildPlainOutline({ id: course.currentReleaseId, outline }), progress: null };
}

/**
 * The addresses that a course and a lesson of it have now, for those they once had; undefined where nothing moved.
 */
export async function findMovedAddress(
  { db }: Pick<UseCaseContext, "db">,
  { course, lesson }: { course: string; lesson?: string },
): Promise<{ course: string; lesson?: string } | undefined> {
  const [found] = await db.$queryRaw<{ course: string; lesson: string | null }[]>`
    SELECT c."slug" AS "course", (SELECT now."slug" FROM "ReleaseLesson" was
        JOIN "Release" r ON r."id" = was."releaseId" AND r."courseId" = c."id"
        JOIN "ReleaseLesson" now ON now."lessonId" = was."lessonId" AND now."releaseId" = c."currentReleaseId"
      WHERE was."slug" = ${lesson ?? null} ORDER BY r."number" DESC LIMIT 1) AS "lesson"
    FROM "Course" c
    WHERE c."slug" = ${course} OR c."id" = (SELECT f."courseId" FROM "CourseFormerSlug" f WHERE f."slug" = ${course})
    ORDER BY c."slug" = ${course} DESC LIMIT 1`;
  const moved = found && { course: found.course, ...(lesson === undefined ? {} : { lesson: found.lesson ?? lesson }) };
  return moved && (moved.course !== course || moved.lesson !== lesson) ? moved : undefined;
}
