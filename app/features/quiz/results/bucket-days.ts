const DAY_MS = 86_400_000;
/** As many bars as a phone can show. */
const MOST = 40;

/** From `from` on, `days` long; dates as YYYY-MM-DD. */
export type Period = { from: string; days: number; count: number };

const atDay = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Counts by day, ascending, as periods of equal length without gaps: days, or as many days as keep them few. */
export function bucketDays(days: readonly { day: string; count: number }[]): Period[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const start = atDay(first.day);
  const span = atDay(last.day) - start + 1;
  const length = [1, 7, 28].find((one) => span <= one * MOST) ?? Math.ceil(span / MOST);
  const periods = Array.from({ length: Math.ceil(span / length) }, (_, i) => ({
    from: dateOf(start + i * length),
    days: length,
    count: 0,
  }));
  for (const { day, count } of days) {
    const period = periods[Math.floor((atDay(day) - start) / length)];
    if (period) period.count += count;
  }
  return periods;
}
