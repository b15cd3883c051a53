import { z } from "zod";
import { markdownSchema, partIdSchema } from "../body-parts.ts";
import { absolute, asShare, compare, fromNumber, multiply, type Rational, rational, subtract } from "../rational.ts";
import { readShare, shareSchema } from "../share.ts";

const toleranceSchema = z.discriminatedUnion("kind", [
  /** Off by no more than `by`. */
  z.strictObject({ kind: z.literal("absolute"), by: z.number().min(0) }),
  /** Off by no more than `by` times the value: 0.05 is five per cent. */
  z.strictObject({ kind: z.literal("relative"), by: z.number().min(0).max(1) }),
  /** The same when both are rounded to so many significant figures. */
  z.strictObject({ kind: z.literal("significant"), figures: z.int().min(1).max(15) }),
]);

const common = {
  id: partIdSchema,
  /** What it earns; the whole unless said. */
  share: shareSchema.optional(),
  remark: markdownSchema.optional(),
};

/** A number that is accepted, exactly or nearly, or all numbers from one to another, both included. */
export const acceptedNumberSchema = z.union([
  z.strictObject({ ...common, value: z.number(), tolerance: toleranceSchema.optional() }),
  z.strictObject({ ...common, from: z.number(), to: z.number() }),
]);

export type AcceptedNumber = z.infer<typeof acceptedNumberSchema>;

/** Reports a range whose end lies before its beginning. */
export function refuseBackward(
  answer: AcceptedNumber,
  path: (string | number)[],
  refuse: (path: (string | number)[], message: string) => void,
): void {
  if ("from" in answer && answer.to < answer.from) refuse([...path, "to"], "quiz:problems.endBeforeBeginning");
}

/** To so many significant figures, halves away from nothing. */
function rounded(value: Rational, figures: number): Rational {
  if (value.n === 0n) return value;
  const size = absolute(value);
  let unit = rational(1);
  const ten = rational(10);
  const tenth = rational(1, 10);
  const most = rational(10n ** BigInt(figures));
  while (compare(size, multiply(unit, most)) >= 0) unit = multiply(unit, ten);
  while (compare(multiply(size, ten), multiply(unit, most)) < 0) unit = multiply(unit, tenth);
  const steps = multiply(size, { n: unit.d, d: unit.n });
  const whole = (steps.n * 2n + steps.d) / (steps.d * 2n);
  return multiply(rational(value.n < 0n ? -whole : whole), unit);
}

function accepts(answer: AcceptedNumber, given: Rational): boolean {
  if ("from" in answer) {
    return compare(given, fromNumber(answer.from)) >= 0 && compare(given, fromNumber(answer.to)) <= 0;
  }
  const value = fromNumber(answer.value);
  const { tolerance } = answer;
  if (tolerance?.kind === "significant") {
    return compare(rounded(given, tolerance.figures), rounded(value, tolerance.figures)) === 0;
  }
  const by = fromNumber(tolerance?.by ?? 0);
  const most = tolerance?.kind === "relative" ? multiply(by, absolute(value)) : by;
  return compare(absolute(subtract(given, value)), most) <= 0;
}

const shareOf = (answer: AcceptedNumber) => asShare(readShare(answer.share ?? 1));

/** Of the answers that accept one of the numbers, the one that earns most; the first of equals. */
export function bestNumber(answers: readonly AcceptedNumber[], given: readonly Rational[]): AcceptedNumber | undefined {
  return answers
    .filter((answer) => given.some((number) => accepts(answer, number)))
    .reduce<AcceptedNumber | undefined>(
      (best, answer) => (best === undefined || shareOf(answer) > shareOf(best) ? answer : best),
      undefined,
    );
}

/** A number that earns the whole, as one types it, or null when none does. */
export function keyNumber(answers: readonly AcceptedNumber[]): string | null {
  const whole = answers.find((answer) => shareOf(answer) === 1);
  if (!whole) return null;
  return String("from" in whole ? whole.from : whole.value);
}
