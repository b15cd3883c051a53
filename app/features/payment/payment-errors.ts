import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why something about money cannot be done. Each has a message `payment:errors.<code>`. */
export const paymentRefusals = [
  "noStripe",
  "stripeAway",
  "alreadyYours",
  "onItsWay",
  "notForSale",
  "free",
  "notEnrolled",
  "belowMinimum",
  "priceChanged",
  "couponUnknown",
  "couponNotYet",
  "couponOver",
  "couponUsedUp",
  "couponUsedByYou",
  "couponElsewhere",
  "couponNothingOff",
  "codeUnknown",
  "codeUsed",
  "codeOver",
  "nothingToRefund",
  "refundTooMuch",
  "refundDisputed",
  "orderChanged",
  "notWaiting",
  "wrongAmount",
  "referenceUsed",
  "receivedLater",
  "ownTransfer",
  "transferWaits",
  "fundSpent",
  "fundCurrency",
  "verifyEmail",
  "busy",
] as const;
export type PaymentRefusal = (typeof paymentRefusals)[number];

const statusOf: Partial<Record<PaymentRefusal, number>> = { stripeAway: 503, busy: 503 };

export function paymentRefused(code: PaymentRefusal, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `payment:errors.${code}`, status: statusOf[code] ?? 409, values });
}
