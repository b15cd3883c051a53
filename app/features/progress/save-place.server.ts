import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { PlaceInput } from "./progress-schema.ts";

/**
 * Remembers where the actor is in a course, so that she can go on there. What does not fit (another person's
 * enrolment, a place given up, a lesson of neither release) changes nothing: there is nobody to tell.
 */
export async function savePlace(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { enrolmentId, lessonId, place }: PlaceInput,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Enrolment" e SET "lastLessonId" = ${lessonId}::uuid, "lastPlace" = ${place}, "lastSeenAt" = ${clock.now()}
    FROM "Course" c
    WHERE e."id" = ${enrolmentId}::uuid AND e."userId" = ${actor.id}::uuid AND e."state" = 'active'
      AND c."id" = e."courseId" AND EXISTS (SELECT 1 FROM "ReleaseLesson" l
        WHERE l."lessonId" = ${lessonId}::uuid AND l."releaseId" IN (e."releaseId", c."currentReleaseId"))`;
}
