import { fromDate, parseDateTime, toZoned } from "@internationalized/date";

/** What a field for date and time holds, without a zone: 2027-01-18T09:30. */
const FIELD = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/**
 * The moment (UTC, ISO 8601) at which clocks of a zone show this; null where there is none such day. An hour that
 * clocks skip is the one after it, one that they show twice the first.
 */
export function momentOf(local: string, timeZone: string): string | null {
  if (!FIELD.test(local)) return null;
  try {
    return toZoned(parseDateTime(local), timeZone).toDate().toISOString();
  } catch {
    return null;
  }
}

/** What clocks of a zone show at a moment, as a field for date and time holds it. */
export function localTimeOf(moment: Date | string, timeZone: string): string {
  const { year, month, day, hour, minute } = fromDate(new Date(moment), timeZone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
