import { bin, mean, quantileSorted, sort } from "d3-array";

/** Hundredths of a percent. */
const WHOLE = 10_000;
/** Tenths of the whole. */
const BARS = 10;

/** What several grades come to; shares from 0 to 1. */
export type GradeFigures = {
  graded: number;
  mean: number | null;
  /** First quartile, median, third quartile. */
  quartiles: [number, number, number] | null;
  /** How many are in each tenth; the last has the whole in it. */
  histogram: { from: number; to: number; count: number }[];
};

/** Sums up grades in hundredths of a percent, in any order. */
export function gradeFigures(grades: Iterable<number>): GradeFigures {
  const shares = sort(grades).map((grade) => grade / WHOLE);
  const [first, median, third] = [0.25, 0.5, 0.75].map((at) => quantileSorted(shares, at));
  const edges = Array.from({ length: BARS }, (_, place) => place / BARS);
  const bars = bin().domain([0, 1]).thresholds(edges)(shares);
  return {
    graded: shares.length,
    mean: mean(shares) ?? null,
    quartiles: first === undefined || median === undefined || third === undefined ? null : [first, median, third],
    histogram: edges.map((from, place) => ({ from, to: (place + 1) / BARS, count: bars[place]?.length ?? 0 })),
  };
}
