/** The month in UTC that a moment lies in: "2026-11". */
export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** The first days, in UTC, of the month of a moment and of the one before. */
export function countedMonths(now: Date): { current: string; previous: string } {
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return { current: `${monthOf(now)}-01`, previous: `${monthOf(before)}-01` };
}
