import { takenByStripe } from "#app/features/payment/money/stripe-amount.ts";
import type { LoadedPrice } from "#app/features/payment/prices/load-prices.server.ts";
import { loadPrices } from "#app/features/payment/prices/load-prices.server.ts";
import {
  findOfferedScholarship,
  type OfferedScholarship,
} from "#app/features/payment/scholarships/find-my-scholarships.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { type AskedPrice, type CourseWithPrice, priceOfPlace } from "./offer.server.ts";

/** What a place costs, by when one learns. */
export type PlacePrices = {
  /** At one's own pace, and in every cohort that is not named below. */
  usual: AskedPrice;
  /** Of the cohorts that have a price of their own now, by their ids. */
  cohorts: Record<string, AskedPrice>;
};

/** What the page of a course that costs something says of buying it. */
export type Buying = {
  /** What who asks would pay now, where she lives. */
  prices: PlacePrices;
  /** What anybody is asked of whom nothing is known. */
  listed: PlacePrices;
  /** Whether one can pay at Stripe. */
  checkout: boolean;
  /** What she was granted and may use, or asked for. */
  scholarship: OfferedScholarship | null;
  /** Her own order that waits for its payment. */
  waiting: { number: number; state: OrderState } | null;
};

function placePrices(
  course: CourseWithPrice,
  prices: readonly LoadedPrice[],
  { country, now }: { country: string | null; now: Date },
): PlacePrices {
  const priceIn = (cohortId: string | null) => priceOfPlace(course, prices, { country, cohortId, at: now });
  const named = new Set(prices.flatMap(({ cohortId }) => cohortId ?? []));
  return { usual: priceIn(null), cohorts: Object.fromEntries([...named].map((id) => [id, priceIn(id)])) };
}

/** How a course can be bought, at the prices that hold for who asks now; null for one that is free, or not there. */
export async function findBuying(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
): Promise<Buying | null> {
  const course = await db.course.findUnique({
    where: { slug },
    select: { id: true, priceAmount: true, priceCurrency: true },
  });
  if (!course || course.priceAmount === 0) return null;
  const thing = `course:${course.id}`;
  const [loaded, person, waiting, scholarship] = await Promise.all([
    loadPrices(db, { for: "place", courseId: course.id }),
    actor && db.user.findUnique({ where: { id: actor.id }, select: { country: true } }),
    actor &&
      db.order.findFirst({
        where: { buyerId: actor.id, thing, state: { in: ["open", "pending"] } },
        select: { number: true, state: true },
      }),
    actor && findOfferedScholarship({ db, actor }, { courseId: course.id }),
  ]);
  const now = clock.now();
  const prices = placePrices(course, loaded, { country: person?.country ?? null, now });
  const currencies = [prices.usual, ...Object.values(prices.cohorts)].map(({ currency }) => currency);
  return {
    prices,
    listed: placePrices(course, loaded, { country: null, now }),
    checkout: configuredStripe() !== undefined && currencies.some(takenByStripe),
    waiting,
    scholarship,
  };
}
