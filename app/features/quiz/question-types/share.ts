import { z } from "zod";
import { compare, fromNumber, one, type Rational, rational, zero } from "./rational.ts";

const FRACTION = /^(-?\d{1,6})\/([1-9]\d{0,5})$/;

/** A part of a question's points as an author writes it: a number, or an exact fraction such as "1/3". */
export type Share = number | string;

export function readShare(share: Share): Rational {
  if (typeof share === "number") return fromNumber(share);
  const [, top = "0", bottom = "1"] = FRACTION.exec(share) ?? [];
  return rational(BigInt(top), BigInt(bottom));
}

const writtenShare = z.union([z.number(), z.string().regex(FRACTION, "quiz:problems.badShare")]);

const between = (least: Rational) => (share: Share) =>
  compare(readShare(share), least) >= 0 && compare(readShare(share), one) <= 0;

/** From nothing to the whole. */
export const shareSchema = writtenShare.refine(between(zero), "quiz:problems.badShare");

/** From minus the whole to the whole: what is wrong may take away. */
export const signedShareSchema = writtenShare.refine(between(rational(-1)), "quiz:problems.badShare");

const DENOMINATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 20];
const ROUNDED = 0.000_34;

/** The share that a percentage of another program means, which may be rounded: 33.33333 and 33.3 are "1/3", 25 is 0.25. */
export function shareFromPercent(percent: number): Share {
  const whole = percent / 100;
  const bottom = DENOMINATORS.find((d) => Math.abs(Math.round(whole * d) / d - whole) < ROUNDED);
  if (bottom === undefined) return Number(whole.toFixed(7));
  const top = Math.round(whole * bottom);
  const decimal = top / bottom;
  return decimal === Number(decimal.toFixed(7)) ? decimal : `${top}/${bottom}`;
}
