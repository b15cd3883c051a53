import { fromDate, toCalendarDate } from "@internationalized/date";

/** The day that it is in a time zone (an IANA name), as YYYY-MM-DD. */
export function todayIn(timeZone: string, now: Date): string {
  return toCalendarDate(fromDate(now, timeZone)).toString();
}
