import { enrolLearner } from "#app/features/enrolment/enrol-learner.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "./context.ts";
import { createPerson } from "./person.ts";

/** A learner with a place in a course, and the context in which she asks. */
export async function createEnrolment(
  db: Db,
  { course, cohortId = null }: { course: { slug: string }; cohortId?: string | null },
) {
  const person = await createPerson(db);
  const ctx = contextOf(db, person);
  const { enrolmentId } = await enrolLearner(ctx, { course: course.slug, cohortId });
  return { ctx, person, enrolmentId };
}
