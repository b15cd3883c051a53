import { choosePrice, type OfferedPrice } from "#app/features/payment/money/choose-price.ts";
import type { PriceFor } from "#app/platform/db/generated/enums.ts";

/** A price with whom and what it is for. */
export type HeldPrice = OfferedPrice & { for: PriceFor; countryGroupId: string | null };

/**
 * The prices that hold at a time, one for each of those whom prices tell apart: everybody, a group of countries, a
 * cohort, and a cohort's people in a group of countries; the same for the certificate. Everybody first.
 */
export function holdingPrices<Price extends HeldPrice>(prices: readonly Price[], at: Date): Price[] {
  const groups = Map.groupBy(prices, (price) => [price.for, price.cohortId, price.countryGroupId].join(" "));
  const chosen = [...groups.values()].flatMap((alike) => {
    const { cohortId, countries } = alike[0] ?? { cohortId: null, countries: null };
    return choosePrice(alike, { cohortId, country: countries?.[0] ?? null, at }) ?? [];
  });
  const rank = (price: HeldPrice) =>
    (price.for === "certificate" ? 4 : 0) + (price.cohortId ? 2 : 0) + (price.countryGroupId ? 1 : 0);
  return chosen.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a price holds at a time, will, or no longer does. */
export function standingOf({ startsAt, endsAt }: Pick<OfferedPrice, "startsAt" | "endsAt">, at: Date) {
  if (endsAt && endsAt <= at) return "past" as const;
  return startsAt && startsAt > at ? ("later" as const) : ("now" as const);
}
