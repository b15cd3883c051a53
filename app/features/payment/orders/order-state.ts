import type { OrderState } from "#app/platform/db/generated/enums.ts";

/** States in which nothing was paid. */
export const unpaidStates = ["open", "pending", "expired", "cancelled", "failed"] as const;
export type UnpaidState = (typeof unpaidStates)[number];

/** Of these something may still come by itself. */
export const waitingStates = ["open", "pending"] as const;

export function isWaiting(state: OrderState): state is (typeof waitingStates)[number] {
  return waitingStates.some((one) => one === state);
}

export function isUnpaid(state: OrderState): state is UnpaidState {
  return unpaidStates.some((one) => one === state);
}

/** The state of an order that was paid, from its sums and from whether a dispute about it is open. */
export function paidState({
  paidAmount,
  refundedAmount,
  lostAmount,
  inDispute,
}: {
  paidAmount: number;
  refundedAmount: number;
  lostAmount: number;
  inDispute: boolean;
}): Exclude<OrderState, UnpaidState> {
  if (inDispute) return "disputed";
  if (lostAmount > 0) return "chargedBack";
  if (paidAmount > 0 && refundedAmount >= paidAmount) return "refunded";
  return refundedAmount > 0 ? "partlyRefunded" : "paid";
}
