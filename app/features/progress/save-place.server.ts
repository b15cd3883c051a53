import { openLessonSql } from "#app/features/lesson/open-lesson-sql.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { PlaceInput } from "./progress-schema.ts";

const isOpen = Prisma.raw(
  openLessonSql({
    lesson: "l",
    enrolmentId: 'e."id"',
    startsAt: 'coalesce((SELECT k."startsAt" FROM "Cohort" k WHERE k."id" = e."cohortId"), e."enrolledAt")',
    currentReleaseId: 'c."currentReleaseId"',
    now: 'n."at"',
  }),
);

/**
 * Remembers where the actor is in a course, so that she can go on there. What does not fit (another person's
 * enrolment, a place given up or ended, a lesson of neither release or one that is closed) changes nothing: there is nobody to tell.
 */
export async function savePlace(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { enrolmentId, lessonId, place }: PlaceInput,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Enrolment" e SET "lastLessonId" = ${lessonId}::uuid, "lastPlace" = ${place}, "lastSeenAt" = ${clock.now()}
    FROM "Course" c CROSS JOIN (SELECT ${clock.now()}::timestamptz AS "at") n
    WHERE e."id" = ${enrolmentId}::uuid AND e."userId" = ${actor.id}::uuid AND e."state" = 'active'
      AND c."id" = e."courseId" AND (e."accessUntil" IS NULL OR e."accessUntil" > n."at") AND EXISTS (SELECT 1 FROM "ReleaseLesson" l
        WHERE l."lessonId" = ${lessonId}::uuid AND l."releaseId" IN (e."releaseId", c."currentReleaseId")
          AND ${isOpen})`;
}
