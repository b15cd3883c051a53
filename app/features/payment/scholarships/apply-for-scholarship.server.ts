import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { hasPlace } from "./has-place.server.ts";
import { scholarshipRefused } from "./scholarship-errors.ts";

type Application = { course: string; cohortId: string | null; text: string };

async function findCourse(tx: Tx, { course: slug, cohortId }: Application): Promise<{ id: string }> {
  const course = await tx.course.findUnique({ where: { slug }, select: { id: true, state: true, priceAmount: true } });
  if (course?.state !== "published") throw notFound();
  if (course.priceAmount === 0) throw scholarshipRefused("free");
  const cohort = cohortId ? await tx.cohort.count({ where: { id: cohortId, courseId: course.id } }) : 1;
  if (cohort === 0) throw notFound();
  return course;
}

async function writeApplication(
  tx: Tx,
  { userId, now, ...asked }: Application & { userId: string; now: Date },
): Promise<string> {
  const { id: courseId } = await findCourse(tx, asked);
  const { text, cohortId } = asked;
  const own = { userId, courseId };
  if (await hasPlace(tx, own)) throw scholarshipRefused("held");
  // Also one that an order uses now: nothing may come of that, and it is hers again then.
  const granted = { OR: [{ orderId: null }, { order: { state: { in: ["open" as const, "pending" as const] } } }] };
  if ((await tx.scholarship.count({ where: { ...own, state: "granted", ...granted } })) > 0)
    throw scholarshipRefused("granted");
  const [again] = await tx.scholarship.updateManyAndReturn({
    where: { ...own, state: "waiting" },
    data: { text, cohortId },
    select: { id: true },
  });
  if (again) return again.id;
  const data = { ...own, cohortId, text, createdAt: now };
  return (await tx.scholarship.create({ data, select: { id: true } })).id;
}

/** Two presses at once: the one that came second finds the application of the first. */
const isMadeMeanwhile = (error: unknown) => error instanceof Error && "code" in error && error.code === "P2002";

/**
 * Asks for a scholarship for a course, in a few words of the learner's. One that waits already gets the new words, so
 * that asking again is a success. Returns its id. Throws 404, `free`, `held` (she has a place), `granted` (she was
 * granted one), `verifyEmail`.
 */
export async function applyForScholarship(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  application: Application,
): Promise<string> {
  if (!actor.emailVerified) throw scholarshipRefused("verifyEmail");
  const asked = { ...application, userId: actor.id, now: clock.now() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(db, (tx) => writeApplication(tx, asked));
    } catch (error) {
      if (!isMadeMeanwhile(error)) throw error;
      if (attempt === 3) throw paymentRefused("busy");
    }
  }
}
