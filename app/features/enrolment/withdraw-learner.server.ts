import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { freeSeat } from "./seats.server.ts";

/**
 * Takes the actor out of a course and frees her seat. Her progress, release and cohort are kept for when she comes
 * back. Withdrawing twice is a success. Throws 404 where she never had a place.
 */
export async function withdrawLearner(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course }: { course: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const enrolment = await tx.enrolment.findFirst({
      where: { userId: actor.id, course: { slug: course } },
      select: { id: true, courseId: true },
    });
    if (!enrolment) throw notFound();
    const withdrawn = await tx.enrolment.updateManyAndReturn({
      where: { id: enrolment.id, state: "active" },
      data: { state: "withdrawn", withdrawnAt: clock.now() },
      select: { cohortId: true },
    });
    for (const { cohortId } of withdrawn) await freeSeat(tx, { courseId: enrolment.courseId, cohortId });
  });
}
