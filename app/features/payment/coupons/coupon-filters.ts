import type { CouponStanding } from "./coupon-standing.ts";

/** Which coupons are listed; all of it stands in the address. */
export type CouponFilters = { q?: string | undefined; standing?: CouponStanding | undefined };

/** The address of a page of the list. */
export function couponsHref({ q, standing }: CouponFilters, cursor?: string): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, standing, cursor })) if (value) search.set(name, value);
  return `/admin/coupons${search.size > 0 ? `?${search}` : ""}`;
}
