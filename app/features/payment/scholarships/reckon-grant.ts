import type { Money } from "#app/features/payment/money/choose-price.ts";
import { waivedOf } from "./waived.ts";

type Fund = { currency: string; limitAmount: number; grantedAmount: number };

/** What a grant comes to, in minor units; `left` is what its fund has then. */
export type ReckonedGrant = {
  waived: number;
  pays: number;
  left: number | null;
  /** Why the fund cannot bear it; a key of `scholarship-admin:errors`. */
  problem: "fundCurrency" | "fundSpent" | null;
};

/** Reckons a grant of a whole number of percent, from 1 to 100; undefined for any other. */
export function reckonGrant({
  price,
  percent,
  fund,
}: {
  price: Money;
  percent: number;
  fund: Fund | null;
}): ReckonedGrant | undefined {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) return undefined;
  const waived = waivedOf(price, percent);
  const sums = { waived, pays: price.amount - waived };
  if (!fund) return { ...sums, left: null, problem: null };
  if (fund.currency !== price.currency) return { ...sums, left: null, problem: "fundCurrency" };
  const left = fund.limitAmount - fund.grantedAmount - waived;
  return { ...sums, left: Math.max(0, left), problem: left < 0 ? "fundSpent" : null };
}
