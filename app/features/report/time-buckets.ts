import { max, min } from "d3-array";
import { type CountableTimeInterval, utcDay, utcMonday, utcMonth } from "d3-time";
import { type TimeStep, timeSteps } from "./report-parts.ts";
import type { Period } from "./report-period.ts";

/** So many bars can be told apart on a wide screen; more are drawn by the next longer step. */
const MOST = 400;
/** As many as are read at a glance: what is chosen where nobody chose. */
const WELL_READ = 45;

/** Weeks begin on Monday, as in ISO 8601. */
const intervals: Record<TimeStep, CountableTimeInterval> = { day: utcDay, week: utcMonday, month: utcMonth };

/** How many of something there were on a day, YYYY-MM-DD. */
export type DayCount = { day: string; count: number };

/** From the first day to the last, both in it. */
export type Bucket = { from: string; to: string };

export type Buckets = { step: TimeStep; list: Bucket[] };

// A day has no time zone: it is reckoned here as if it were UTC's.
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The step that was asked for, or one of which few are needed; a longer one where there would be too many. */
function stepFor({ first, last, asked }: { first: Date; last: Date; asked: TimeStep | undefined }): TimeStep {
  const many = (step: TimeStep) => intervals[step].count(intervals[step].floor(first), last) + 1;
  const fit = timeSteps.slice(asked ? timeSteps.indexOf(asked) : 0);
  return fit.find((step) => many(step) <= (asked ? MOST : WELL_READ)) ?? "month";
}

/**
 * The days, weeks or months that hold all of `days`, without gaps: from the first of them to today, or to the end of
 * the period that was asked for. None where there are no days.
 */
export function planBuckets(
  days: readonly string[],
  { asked, period, today }: { asked: TimeStep | undefined; period: Period; today: string },
): Buckets {
  const [first, newest] = [min(days), max(days)];
  if (first === undefined || newest === undefined) return { step: asked ?? "day", list: [] };
  const end = max([newest, min([period.until ?? today, today]) ?? newest]) ?? newest;
  const [firstDate, lastDate] = [dateOf(first), dateOf(end)];
  const step = stepFor({ first: firstDate, last: lastDate, asked });
  const interval = intervals[step];
  const starts = interval.range(interval.floor(firstDate), utcDay.offset(lastDate, 1));
  const list = starts.map((start) => ({
    from: dayOf(start),
    to: dayOf(utcDay.offset(interval.offset(start, 1), -1)),
  }));
  return { step, list };
}

/** How many fall into each bucket. */
export function countInBuckets({ step, list }: Buckets, counts: Iterable<DayCount>): number[] {
  const places = new Map(list.map(({ from }, place) => [from, place]));
  const sums = list.map(() => 0);
  for (const { day, count } of counts) {
    const place = places.get(dayOf(intervals[step].floor(dateOf(day))));
    if (place !== undefined) sums[place] = (sums[place] ?? 0) + count;
  }
  return sums;
}
