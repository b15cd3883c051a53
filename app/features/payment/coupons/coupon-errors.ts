import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why a coupon cannot be kept so. Each has a message `coupons:errors.<code>`. */
export type CouponRefusal = "codeTaken" | "fewUses" | "currencyNotUsed" | "targetGone";

export function couponRefused(code: CouponRefusal, values: Record<string, number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `coupons:errors.${code}`, status: 409, values });
}

/** The field beside which each is said. */
export const fieldsOfCouponRefusals: Partial<Record<string, string>> = {
  codeTaken: "code",
  fewUses: "maxUses",
  currencyNotUsed: "currency",
  targetGone: "courses",
} satisfies Partial<Record<CouponRefusal, string>>;
