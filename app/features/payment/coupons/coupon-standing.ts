/** Whether a coupon can be used now, and why not, in the order in which a buyer is told. */
export const couponStandings = ["usable", "off", "later", "over", "usedUp"] as const;
export type CouponStanding = (typeof couponStandings)[number];

type Facts = {
  disabledAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
  uses: number;
  maxUses: number | null;
};

/** How a coupon stands at a time; what keeps it from one person or course is not said here. */
export function couponStanding({ disabledAt, startsAt, endsAt, uses, maxUses }: Facts, now: Date): CouponStanding {
  if (disabledAt) return "off";
  if (startsAt && now < startsAt) return "later";
  if (endsAt && now >= endsAt) return "over";
  return maxUses !== null && uses >= maxUses ? "usedUp" : "usable";
}
