/** What something costs, in minor units of the currency. */
export type Money = { amount: number; currency: string };

/** A price that may hold: for a time, for some countries, for one cohort, where that is said. */
export type OfferedPrice = Money & {
  id: string;
  cohortId: string | null;
  /** Null is everywhere. */
  countries: readonly string[] | null;
  startsAt: Date | null;
  /** The first moment at which it holds no longer. */
  endsAt: Date | null;
};

export type Buyer = {
  /** ISO 3166-1 alpha-2; null where she never said. */
  country: string | null;
  cohortId: string | null;
  at: Date;
};

/** How closely a price fits: a cohort's own before the course's, a country's own before everybody's. */
function closeness(price: OfferedPrice): number {
  return (price.cohortId === null ? 0 : 2) + (price.countries === null ? 0 : 1);
}

function holds(price: OfferedPrice, { country, cohortId, at }: Buyer): boolean {
  if (price.startsAt && at < price.startsAt) return false;
  if (price.endsAt && at >= price.endsAt) return false;
  if (price.cohortId !== null && price.cohortId !== cohortId) return false;
  return price.countries === null || (country !== null && price.countries.includes(country));
}

/**
 * The price that holds for a buyer at a time. Of those that do, the closest to her; of equally close ones one with an
 * end before one without (an early bird before the usual), then the lower, then the one made last. Undefined where none
 * holds: what it costs is then said elsewhere, or it is not sold.
 */
export function choosePrice<Price extends OfferedPrice>(prices: readonly Price[], buyer: Buyer): Price | undefined {
  return prices
    .filter((price) => holds(price, buyer))
    .toSorted(
      (a, b) =>
        closeness(b) - closeness(a) ||
        Number(b.endsAt !== null) - Number(a.endsAt !== null) ||
        (a.currency === b.currency ? a.amount - b.amount : 0) ||
        (a.id < b.id ? 1 : -1),
    )[0];
}
