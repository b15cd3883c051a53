export type Years = { from: string | null; to: string | null };

/** More would need more rules in reading-lists.css, which hides by number. */
export const MAX_PERIODS = 12;

const YEAR = /^-?[1-9]\d{0,3}$/;

export function isYear(text: string): boolean {
  return YEAR.test(text);
}

const begin = ({ from }: Years) => (from === null ? Number.NEGATIVE_INFINITY : Number(from));
const end = ({ to }: Years) => (to === null ? Number.POSITIVE_INFINITY : Number(to));

/** The periods that places of a map name, each once, from the oldest on. A place without years is of every period. */
export function periodsOf(places: readonly Years[]): Years[] {
  const said = places.filter(({ from, to }) => from !== null || to !== null);
  const known = new Map(said.map(({ from, to }) => [`${from}/${to}`, { from, to }]));
  return [...known.values()].sort((a, b) => {
    if (begin(a) !== begin(b)) return begin(a) < begin(b) ? -1 : 1;
    return end(a) < end(b) ? -1 : 1;
  });
}

/** In which of the periods, counted from 1, a place is to be seen: those with which its years have one in common. */
export function periodsWith(place: Years, periods: readonly Years[]): number[] {
  return periods.flatMap((period, index) =>
    begin(place) <= end(period) && begin(period) <= end(place) ? [index + 1] : [],
  );
}
