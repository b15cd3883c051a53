import type { CouponKind } from "#app/platform/db/generated/enums.ts";
import type { Money } from "./choose-price.ts";
import { roundToCharge } from "./stripe-amount.ts";

/** What makes something cheaper: a share of the price in whole percent, an amount of one currency, or all of it. */
export type Discount = {
  kind: CouponKind;
  /** From 1 to 100. */
  percentOff: number | null;
  amountOff: number | null;
  currency: string | null;
};

/**
 * What is left to pay, in minor units: never less than nothing, and an amount that can be charged, rounded down to it.
 * An amount of another currency than the price's takes nothing off.
 */
export function discounted({ amount, currency }: Money, discount: Discount): number {
  if (discount.kind === "free") return 0;
  if (discount.kind === "percent") return roundToCharge((amount * (100 - (discount.percentOff ?? 0))) / 100, currency);
  if (discount.currency !== currency) return amount;
  return roundToCharge(Math.max(0, amount - (discount.amountOff ?? 0)), currency);
}

/** Of several discounts, of which one may be used, the one that leaves the least to pay; undefined where none takes anything off. */
export function bestDiscount<Offered extends Discount>(price: Money, offered: readonly Offered[]): Offered | undefined {
  return offered
    .filter((discount) => discounted(price, discount) < price.amount)
    .toSorted((a, b) => discounted(price, a) - discounted(price, b))[0];
}
