import { canJoinCohort, canTakePlace, freeSeats } from "#app/features/enrolment/enrolment-access.ts";
import { loadEnrolmentFacts } from "#app/features/enrolment/enrolment-facts.server.ts";
import { findCoursePrice } from "#app/features/payment/checkout/offer.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { titlesIn } from "./present-group.ts";

type Context = Pick<UseCaseContext, "db" | "actor" | "clock">;

async function findBuyer({ db, actor }: Context, courseId: string) {
  if (!actor) return { country: null, waiting: null };
  const [person, waiting] = await Promise.all([
    db.user.findUnique({ where: { id: actor.id }, select: { country: true } }),
    db.order.findFirst({
      where: { buyerId: actor.id, thing: `seats:${courseId}`, state: { in: ["open", "pending"] } },
      select: { number: true, state: true },
    }),
  ]);
  return { country: person?.country ?? null, waiting };
}

/**
 * How seats in a course can be bought for others: in which of its runs, what one costs, how many are free, and an order
 * of the actor's for some that waits. Throws 404 for a course that is not there, is not published, or is free.
 */
export async function findSeatsOffer(ctx: Context, { course: slug }: { course: string }) {
  const { db, clock } = ctx;
  const now = clock.now();
  const [facts, course] = await Promise.all([
    loadEnrolmentFacts(db, { course: slug, userId: null, now }),
    db.course.findUnique({
      where: { slug },
      select: {
        ...{ id: true, priceAmount: true, priceCurrency: true },
        texts: { select: { locale: true, title: true } },
      },
    }),
  ]);
  if (!facts || !course || facts.state !== "published" || course.priceAmount === 0) throw notFound();
  const { country, waiting } = await findBuyer(ctx, course.id);
  const price = async (cohortId: string | null) => {
    const { amount, currency } = await findCoursePrice(db, { course, cohortId, country, now });
    return { amount, currency };
  };
  const place = canTakePlace(null, facts, now);
  const refusal = place.allowed || place.reason === "signIn" ? null : place.reason;
  const cohorts = await Promise.all(
    facts.cohorts.map(async (cohort) => {
      const decision = canJoinCohort(cohort, now);
      const reason = decision.allowed ? null : decision.reason;
      return { ...cohort, freeSeats: freeSeats(cohort), refusal: reason, price: await price(cohort.id) };
    }),
  );
  const nowhere = !facts.selfPaced && cohorts.every((cohort) => cohort.refusal !== null);
  return {
    slug,
    titles: titlesIn(course.texts),
    selfPaced: facts.selfPaced,
    freeSeats: freeSeats(facts),
    refusal: refusal ?? (nowhere ? ("noCohort" as const) : null),
    cohorts,
    price: await price(null),
    checkout: configuredStripe() !== undefined,
    waiting,
  };
}

export type SeatsOffer = Awaited<ReturnType<typeof findSeatsOffer>>;
