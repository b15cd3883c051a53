import { type Buyer, choosePrice, type Money } from "#app/features/payment/money/choose-price.ts";
import { roundToCharge } from "#app/features/payment/money/stripe-amount.ts";
import { type LoadedPrice, loadPrices } from "#app/features/payment/prices/load-prices.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** The price of a course in itself, which holds where no other does. */
export type CourseWithPrice = { id: string; priceAmount: number; priceCurrency: string };

/** What a buyer is asked, in minor units that can be charged; `labels` names a special price, `endsAt` is when it ends. */
export type AskedPrice = Money & { labels: Translated | null; endsAt: Date | null };

const ask = ({ amount, currency, labels, endsAt }: AskedPrice): AskedPrice => ({
  ...{ amount: roundToCharge(amount, currency), currency, labels, endsAt },
});

/**
 * The price of a place among those of its course. A course whose own price is nothing is free, whatever other prices
 * say; otherwise the closest of those that hold, or its own.
 */
export function priceOfPlace(course: CourseWithPrice, prices: readonly LoadedPrice[], buyer: Buyer): AskedPrice {
  const own = { amount: course.priceAmount, currency: course.priceCurrency, labels: null, endsAt: null };
  if (course.priceAmount === 0) return own;
  return ask(choosePrice(prices, buyer) ?? own);
}

type Asking = { country: string | null; now: Date };

/** What a place costs a buyer now. */
export async function findCoursePrice(
  db: DbOrTx,
  { course, cohortId, country, now }: Asking & { course: CourseWithPrice; cohortId: string | null },
): Promise<AskedPrice> {
  const prices = course.priceAmount === 0 ? [] : await loadPrices(db, { for: "place", courseId: course.id });
  return priceOfPlace(course, prices, { country, cohortId, at: now });
}

/** What a programme costs as a whole, in minor units that can be charged; undefined where it is not sold so. */
export async function findProgrammePrice(
  db: DbOrTx,
  { programmeId, country, now }: Asking & { programmeId: string },
): Promise<AskedPrice | undefined> {
  const prices = await loadPrices(db, { for: "place", programmeId });
  const chosen = choosePrice(prices, { country, cohortId: null, at: now });
  return chosen && ask(chosen);
}

/** What the certificate of a course costs alone; undefined where it is not sold. */
export async function findCertificatePrice(
  db: DbOrTx,
  { courseId, country, now }: Asking & { courseId: string },
): Promise<AskedPrice | undefined> {
  const prices = await loadPrices(db, { for: "certificate", courseId });
  const chosen = choosePrice(prices, { country, cohortId: null, at: now });
  return chosen && ask(chosen);
}
