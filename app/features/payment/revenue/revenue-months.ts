import { z } from "zod";

const LAST = "last";
const ALL = "all";
const MONTHS = 12;

/** What revenue is asked by: the last twelve months, a year, or all. What makes no sense asks for the last months. */
export const revenueChoiceSchema = z.object({
  period: z.union([z.enum([LAST, ALL]), z.string().regex(/^20\d\d$/)]).catch(LAST),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
});
export type RevenueChoice = z.output<typeof revenueChoiceSchema>;

/** The first of a month of UTC, so many months from the month of a moment. */
const monthFrom = (moment: Date, months: number) =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1));

/** From the first moment of a period to the first after it. `first` is when the academy's first order was placed. */
export function boundsOf(
  { period }: Pick<RevenueChoice, "period">,
  { now, first }: { now: Date; first: Date },
): { from: Date; until: Date } {
  const until = monthFrom(now, 1);
  if (period === ALL) return { from: monthFrom(first < now ? first : now, 0), until };
  if (period === LAST) return { from: monthFrom(now, 1 - MONTHS), until };
  return { from: new Date(Date.UTC(Number(period), 0, 1)), until: new Date(Date.UTC(Number(period) + 1, 0, 1)) };
}

/** The months of a period without gaps, each as the day on which it begins, YYYY-MM-DD. */
export function monthsIn({ from, until }: { from: Date; until: Date }): string[] {
  const months: string[] = [];
  for (let month = from; month < until; month = monthFrom(month, 1)) months.push(month.toISOString().slice(0, 10));
  return months;
}

/** The years that can be asked for, the newest first. */
export function yearsSince({ now, first }: { now: Date; first: Date }): string[] {
  const newest = now.getUTCFullYear();
  const count = Math.max(0, newest - first.getUTCFullYear()) + 1;
  return Array.from({ length: count }, (_, place) => String(newest - place));
}
