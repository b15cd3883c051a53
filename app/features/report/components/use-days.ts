import { formatDate, formatMonth, formatShortDay } from "#app/platform/i18n/format.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import type { TimeStep } from "../report-parts.ts";
import type { Bucket } from "../time-buckets.ts";

/** Days (YYYY-MM-DD) and what lies between two as the reader writes them. They have no time zone, and are never shifted. */
export function useDays() {
  const { formats } = usePageContext();
  const choice = { ...formats, timeZone: "UTC" };
  const day = (date: string) => formatDate(date, choice);
  // Months are those of the Gregorian calendar: who reads the Hijri one alone is told the days.
  const hasMonths = formats.calendar !== "hijri";
  return {
    day,
    bucketName({ from, to }: Bucket, step: TimeStep): string {
      if (step === "month" && hasMonths) return formatMonth(from, choice);
      return from === to ? day(from) : `${day(from)} – ${day(to)}`;
    },
    /** Short, for below a plot. */
    tick: ({ from }: Bucket, step: TimeStep) =>
      step === "month" && hasMonths ? formatMonth(from, choice) : formatShortDay(from, choice),
  };
}
