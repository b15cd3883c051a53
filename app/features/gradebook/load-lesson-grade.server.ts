import { findEnrolmentGrades, type GradedLesson } from "#app/features/progress/find-enrolment-grades.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";

/**
 * What an enrolment of the course came to in one lesson that its release grades, and in the whole. Throws 404 where
 * there is no such.
 */
export async function loadLessonGrade(
  db: DbOrTx,
  { courseId, enrolment, lesson }: { courseId: string; enrolment: string; lesson: string },
): Promise<{ graded: GradedLesson; grade: number | null | "waiting" }> {
  const held = await db.enrolment.count({ where: { id: enrolment, courseId } });
  const grades = await findEnrolmentGrades(db, { enrolmentIds: held === 1 ? [enrolment] : [] });
  const found = grades.get(enrolment);
  const graded = found?.lessons.find(({ lessonId }) => lessonId === lesson);
  if (!found || !graded) throw notFound();
  return { graded, grade: found.grade };
}
