import { useMemo } from "react";
import {
  formatBytes,
  formatClock,
  formatDate,
  formatDays,
  formatDigits,
  formatExactPercent,
  formatMinutes,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
} from "./format.ts";
import { usePageContext } from "./page-context.ts";

/** Dates, numbers, amounts and lengths of time as the reader of this page wants them. */
export function useFormats() {
  const { formats } = usePageContext();
  return useMemo(
    () => ({
      date: (value: Date | string) => formatDate(value, formats),
      moment: (value: Date | string) => formatMoment(value, formats),
      number: (value: number) => formatNumber(value, formats),
      /** A text in which Western digits stand. */
      digits: (text: string) => formatDigits(text, formats),
      /** `share` from 0 to 1. */
      percent: (share: number) => formatPercent(share, formats),
      exactPercent: (share: number) => formatExactPercent(share, formats),
      /** Minor units. */
      money: (amount: number, currency: string) => formatMoney(amount, currency, formats),
      minutes: (minutes: number) => formatMinutes(minutes, formats),
      /** A length of time, from hours to years, given in days. */
      days: (days: number, unit?: "hour" | "day" | "year") => formatDays(days, formats, unit),
      /** A place in a recording, in seconds from its beginning. */
      clock: (seconds: number) => formatClock(seconds, formats),
      bytes: (bytes: number) => formatBytes(bytes, formats),
    }),
    [formats],
  );
}
