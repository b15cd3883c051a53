import type { OfferedPrice } from "#app/features/payment/money/choose-price.ts";
import type { PriceFor } from "#app/platform/db/generated/enums.ts";

/** A price with what it is asked for. */
export type PriceToCompare = Omit<OfferedPrice, "amount" | "currency"> & { for: PriceFor };

type Window = Pick<PriceToCompare, "startsAt" | "endsAt">;

function meet(one: Window, other: Window): boolean {
  const begins = (price: Window) => price.startsAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const ends = (price: Window) => price.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return begins(one) < ends(other) && begins(other) < ends(one);
}

function sameBuyers(one: PriceToCompare, other: PriceToCompare): boolean {
  if (one.countries === null || other.countries === null) return one.countries === other.countries;
  const theirs = new Set(other.countries);
  return one.countries.some((country) => theirs.has(country));
}

/**
 * Whether at some time somebody would be asked either of two prices of one thing, and what she pays would rest on which
 * is lower: they are for the same and as close to her, and both have an end or neither has. An early bird beside the
 * usual price is no such case.
 */
export function isAmbiguous(one: PriceToCompare, other: PriceToCompare): boolean {
  return (
    one.id !== other.id &&
    one.for === other.for &&
    one.cohortId === other.cohortId &&
    (one.endsAt === null) === (other.endsAt === null) &&
    sameBuyers(one, other) &&
    meet(one, other)
  );
}

/** Those of the prices that have not ended at `now` and between which somebody's price would be ambiguous, by their ids. */
export function ambiguousAmong(prices: readonly PriceToCompare[], now: Date): Set<string> {
  const current = prices.filter(({ endsAt }) => endsAt === null || endsAt > now);
  return new Set(current.filter((one) => current.some((other) => isAmbiguous(one, other))).map(({ id }) => id));
}
