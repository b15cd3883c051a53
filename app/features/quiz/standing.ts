import type { QuizRules } from "./quiz-rules.ts";

/** An attempt that was submitted, in the order of numbers; `points` null while somebody must grade it. */
export type CountedAttempt = { points: number | null; maxPoints: number };

export type Standing = {
  attempts: number;
  /** Hundredths of a percent; null until an attempt that the rule needs is graded. */
  share: number | null;
  passed: boolean;
  waiting: boolean;
};

/** Share of the points in hundredths of a percent, rounded down, so that nobody passes by rounding. */
export function shareOf({ points, maxPoints }: { points: number; maxPoints: number }): number {
  return maxPoints === 0 ? 10_000 : Math.floor((points * 10_000) / maxPoints);
}

/** What a learner's submitted attempts come to: best, last, first or average of those that are graded. */
export function standingOf(
  attempts: readonly CountedAttempt[],
  { counts, passPercent }: Pick<QuizRules, "counts" | "passPercent">,
): Standing {
  const shares = attempts.map(({ points, maxPoints }) => (points === null ? null : shareOf({ points, maxPoints })));
  const graded = shares.filter((share) => share !== null);
  const share = countedShare(shares, graded, counts);
  return {
    attempts: attempts.length,
    share,
    passed: share !== null && share >= passPercent * 100,
    waiting: shares.length > graded.length,
  };
}

function countedShare(shares: (number | null)[], graded: number[], counts: QuizRules["counts"]): number | null {
  if (counts === "first") return shares[0] ?? null;
  if (counts === "last") return shares.at(-1) ?? null;
  if (graded.length === 0) return null;
  if (counts === "best") return Math.max(...graded);
  return Math.floor(graded.reduce((sum, share) => sum + share, 0) / graded.length);
}
