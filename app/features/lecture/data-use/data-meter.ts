import type { Seconds } from "../playback.ts";

/** How many seconds of `now` are not in `before`; both in order, none of their ranges touching. */
export function newlyLoaded(before: readonly Seconds[], now: readonly Seconds[]): number {
  const length = (ranges: readonly Seconds[]) => ranges.reduce((sum, [from, to]) => sum + (to - from), 0);
  const both = now.flatMap(([from, to]) =>
    before.map(([start, end]) => Math.max(0, Math.min(to, end) - Math.max(from, start))),
  );
  return Math.max(0, length(now) - both.reduce((sum, seconds) => sum + seconds, 0));
}

/** Sums up what was fetched: guessed by what is in the buffer, until a stream's own figures are seen. Never goes down. */
export function newTally() {
  let settled = 0;
  let guessed = 0;
  let seen = 0;
  let told = 0;
  return {
    guess: (bytes: number) => {
      guessed += bytes;
    },
    see: (bytes: number) => {
      seen += bytes;
    },
    /** Another source is played from here on. */
    settle: () => {
      settled += seen || guessed;
      guessed = 0;
      seen = 0;
    },
    /** Whole bytes. */
    total: () => {
      told = Math.max(told, Math.round(settled + (seen || guessed)));
      return told;
    },
  };
}
