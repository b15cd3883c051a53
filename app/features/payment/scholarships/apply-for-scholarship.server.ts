import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/**
 * Asks for a scholarship for a course, in a few words of the learner's. One that waits already gets the new words.
 * Returns its id. Throws 404, `free`, `alreadyYours` (she has a place, or a scholarship for it), `verifyEmail`.
 */
export async function applyForScholarship(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug, cohortId, text }: { course: string; cohortId: string | null; text: string },
): Promise<string> {
  if (!actor.emailVerified) throw paymentRefused("verifyEmail");
  return inTransaction(db, async (tx) => {
    const course = await tx.course.findUnique({
      where: { slug },
      select: { id: true, state: true, priceAmount: true },
    });
    if (course?.state !== "published") throw notFound();
    if (course.priceAmount === 0) throw paymentRefused("free");
    const own = { userId: actor.id, courseId: course.id };
    const cohort = cohortId ? await tx.cohort.count({ where: { id: cohortId, courseId: course.id } }) : 1;
    if (cohort === 0) throw notFound();
    const places = await tx.enrolment.count({ where: { ...own, state: { not: "withdrawn" } } });
    // Also one that an order uses now: nothing may come of that, and it is hers again then.
    const granted = { OR: [{ orderId: null }, { order: { state: { in: ["open" as const, "pending" as const] } } }] };
    const has = places + (await tx.scholarship.count({ where: { ...own, state: "granted", ...granted } }));
    if (has > 0) throw paymentRefused("alreadyYours");
    const [again] = await tx.scholarship.updateManyAndReturn({
      where: { ...own, state: "waiting" },
      data: { text, cohortId },
      select: { id: true },
    });
    if (again) return again.id;
    const data = { ...own, cohortId, text, createdAt: clock.now() };
    return (await tx.scholarship.create({ data, select: { id: true } })).id;
  });
}
