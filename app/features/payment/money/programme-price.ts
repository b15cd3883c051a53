import type { Money } from "./choose-price.ts";
import { chargeStep } from "./stripe-amount.ts";

/** A course of a programme: what it costs by itself, and whether the buyer has it. */
export type ProgrammePart = { courseId: string; price: Money; held: boolean };

/**
 * Shares a whole number of steps of a currency out by weight, so that the shares add up to it: what the division leaves
 * goes to those that lost the most by it, the first of equal ones first.
 */
function shareOut(steps: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (steps * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = steps - shares.reduce((total, share) => total + share, 0);
  const byLoss = exact.map((share, i) => ({ i, loss: share - Math.floor(share) })).toSorted((a, b) => b.loss - a.loss);
  for (const { i } of byLoss.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1;
  return shares;
}

/** What a programme costs somebody, and what of its price is taken off for each course that she has; in minor units. */
export type ProgrammePrice = { amount: number; deducted: number; deductions: { courseId: string; amount: number }[] };

/**
 * What a programme costs who has some of its courses: its price, shared out over them by what each costs by itself
 * (evenly where their prices say nothing, being of other currencies or nothing at all), less the shares of those she
 * has. In minor units; who has them all pays nothing, who has none the whole.
 */
export function programmePrice(whole: Money, parts: readonly ProgrammePart[]): ProgrammePrice {
  const comparable = parts.every(({ price }) => price.currency === whole.currency);
  const own = parts.map(({ price }) => (comparable ? price.amount : 1));
  const weights = own.some((weight) => weight > 0) ? own : parts.map(() => 1);
  const step = chargeStep(whole.currency);
  const shares = shareOut(Math.floor(whole.amount / step), weights);
  const deductions = parts.flatMap(({ courseId, held }, i) =>
    held ? [{ courseId, amount: (shares[i] ?? 0) * step }] : [],
  );
  const deducted = deductions.reduce((total, { amount }) => total + amount, 0);
  const everything = parts.length > 0 && parts.every(({ held }) => held);
  if (everything) return { amount: 0, deducted: whole.amount, deductions };
  return { amount: whole.amount - deducted, deducted, deductions };
}
