import { canTendLearners } from "#app/features/course/course-access.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

const placeColumns = {
  id: true,
  userId: true,
  courseId: true,
  course: {
    select: {
      slug: true,
      state: true,
      deletedAt: true,
      instructors: { select: { instructorId: true, role: true } },
    },
  },
} as const;

/** A learner's place in a course whose learners the actor may tend. Throws 404 to everybody else. */
export async function openPlace(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { course: slug, enrolmentId }: { course: string; enrolmentId: string },
) {
  const place = await db.enrolment.findUnique({ where: { id: enrolmentId }, select: placeColumns });
  if (place?.course.slug !== slug || !canTendLearners(actor, place.course)) throw notFound();
  const { id, userId, courseId, course } = place;
  return { id, userId, courseId, courseState: course.state };
}
