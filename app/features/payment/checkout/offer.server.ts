import { choosePrice, type Money } from "#app/features/payment/money/choose-price.ts";
import { roundToCharge } from "#app/features/payment/money/stripe-amount.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";

const priceColumns = {
  id: true,
  cohortId: true,
  amount: true,
  currency: true,
  labels: true,
  startsAt: true,
  endsAt: true,
  countryGroup: { select: { countries: true } },
} satisfies Prisma.PriceSelect;

/**
 * What a place costs a buyer now, in minor units that can be charged. A course whose own price is nothing is free,
 * whatever other prices say; otherwise the closest of those that hold, or its own. `labels` names a special price.
 */
export async function findCoursePrice(
  db: DbOrTx,
  {
    course,
    cohortId,
    country,
    now,
  }: {
    course: { id: string; priceAmount: number; priceCurrency: string };
    cohortId: string | null;
    country: string | null;
    now: Date;
  },
): Promise<Money & { labels: unknown; endsAt: Date | null }> {
  const own = { amount: course.priceAmount, currency: course.priceCurrency, labels: null, endsAt: null };
  if (course.priceAmount === 0) return own;
  const rows = await db.price.findMany({
    where: { for: "place", OR: [{ courseId: course.id }, { cohort: { courseId: course.id } }] },
    select: priceColumns,
  });
  const prices = rows.map(({ countryGroup, ...price }) => ({ ...price, countries: countryGroup?.countries ?? null }));
  const { amount, currency, labels, endsAt } = choosePrice(prices, { country, cohortId, at: now }) ?? own;
  return { amount: roundToCharge(amount, currency), currency, labels, endsAt };
}

/** What a programme costs as a whole; undefined where it is not sold so. */
export async function findProgrammePrice(
  db: DbOrTx,
  { programmeId, country, now }: { programmeId: string; country: string | null; now: Date },
): Promise<Money | undefined> {
  const rows = await db.price.findMany({ where: { for: "place", programmeId }, select: priceColumns });
  const prices = rows.map(({ countryGroup, ...price }) => ({ ...price, countries: countryGroup?.countries ?? null }));
  const chosen = choosePrice(prices, { country, cohortId: null, at: now });
  return chosen && { amount: roundToCharge(chosen.amount, chosen.currency), currency: chosen.currency };
}
