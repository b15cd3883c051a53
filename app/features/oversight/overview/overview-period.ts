import { z } from "zod";

/** Over how many days, today among them, the overview looks; the same number before is what it compares with. */
export const overviewDays = [7, 30, 90] as const;
export type OverviewDays = (typeof overviewDays)[number];

const given = z.coerce.number().pipe(z.literal(overviewDays));

/** What the search part of the address holds; what is not understood is 30 days. */
export const overviewSearchSchema = z.object({ days: given.catch(30) });

export const overviewHref = (days: OverviewDays) => (days === 30 ? "/admin" : `/admin?days=${days}`);

/** By how much of what was before something grew or shrank; undefined where there was nothing before. */
export function growthOf({ now, before }: { now: number; before: number }): number | undefined {
  return before === 0 ? undefined : (now - before) / Math.abs(before);
}
