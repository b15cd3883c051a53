import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Grade } from "./course-grade.ts";
import { findEnrolmentGrades } from "./find-enrolment-grades.server.ts";

/**
 * A learner's grades in hundredths of a percent, by course, as `findEnrolmentGrades` counts them. A course has null
 * where nothing is graded or she has no place, and `waiting` while some answer waits for a person.
 */
export async function findCourseGrades(
  db: DbOrTx,
  { userId, courseIds }: { userId: string; courseIds: readonly string[] },
): Promise<Map<string, Grade>> {
  const enrolments = await db.enrolment.findMany({
    where: { userId, courseId: { in: [...courseIds] } },
    select: { id: true, courseId: true },
  });
  const grades = await findEnrolmentGrades(db, { enrolmentIds: enrolments.map(({ id }) => id) });
  const graded = new Map(enrolments.map(({ id, courseId }) => [courseId, grades.get(id)?.grade ?? null]));
  return new Map(courseIds.map((courseId) => [courseId, graded.get(courseId) ?? null]));
}
