import type { Grade } from "#app/features/progress/course-grade.ts";
import { findEnrolmentGrades } from "#app/features/progress/find-enrolment-grades.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { RosterRow } from "./read-roster.server.ts";

/** A learner as the roster shows her, with the grade of the course in hundredths of a percent. */
export type RosterLearner = RosterRow & { grade: Grade };

/** What learners of a roster have come to, in one query for all of them. */
export async function gradeLearners(db: DbOrTx, learners: readonly RosterRow[]): Promise<RosterLearner[]> {
  const grades = await findEnrolmentGrades(db, { enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId) });
  return learners.map((learner) => ({ ...learner, grade: grades.get(learner.enrolmentId)?.grade ?? null }));
}
