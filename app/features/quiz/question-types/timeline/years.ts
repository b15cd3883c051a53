/** Years are counted as historians do: -1 is 1 BCE and comes right before 1, there is no 0. */
export const yearsBetween = (a: number, b: number): number => Math.abs(asCount(a) - asCount(b));

/** Without the jump at the beginning of the era: 1 BCE is 0. */
export const asCount = (year: number): number => (year < 0 ? year + 1 : year);
export const fromCount = (count: number): number => (count < 1 ? count - 1 : count);

/** The day on which the Hijri calendar begins, as Julian days count. */
const HIJRA = 1_948_439.5;

/** The Julian day of 1 January: of the Julian calendar before 1583, of the Gregorian one since. */
function firstDay(year: number): number {
  const before = asCount(year) - 1;
  const julian = 365 * before + Math.floor(before / 4) + 1_721_423.5;
  if (year < 1583) return julian;
  return julian - Math.floor(before / 100) + Math.floor(before / 400) + 2;
}

const hijriYear = (day: number) => Math.floor((30 * (day - HIJRA) + 10_646) / 10_631);

/** The Hijri years that a year of the common era touches, by the tabular calendar; null before the Hijra. */
export function hijriYears(year: number): { first: number; last: number } | null {
  const last = hijriYear(firstDay(fromCount(asCount(year) + 1)) - 1);
  const first = Math.max(1, hijriYear(firstDay(year)));
  return last < 1 ? null : { first, last };
}
