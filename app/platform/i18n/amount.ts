import { decimalsOf } from "./currency.ts";

/** The largest amount that anything may have, in minor units: it fits a PostgreSQL `integer`. */
export const MOST_MINOR = 2_000_000_000;

/** Why what was typed is no amount: no number, a number that means two things, or one that the currency cannot say. */
export type AmountFault = "notAnAmount" | "ambiguous" | "tooManyDecimals" | "tooLarge";

const EASTERN = /[٠-٩۰-۹]/g;
// Marks of direction come along with what is copied from a mixed text.
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// Spaces of any width, ٬ and ’ between thousands.
const GROUPED = /^\d{1,3}(?:[ \u00a0\u2009\u202f٬'’]\d{3})+(?=[.,]|$)/;
const GROUP_MARKS = /[ \u00a0\u2009\u202f٬'’]/g;

/** Digits of the West, `.` or `,` as they were typed, and no other mark between thousands. */
function plainDigits(typed: string): string {
  return typed
    .replace(MARKS, "")
    .trim()
    .replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) - (digit < "۰" ? 0x660 : 0x6f0)))
    .replace("٫", ".")
    .replace(GROUPED, (thousands) => thousands.replace(GROUP_MARKS, ""));
}

/** Its whole part and its decimals, where one mark is used for thousands and another one, or none, for decimals. */
function splitGrouped(plain: string): [whole: string, part: string] | undefined {
  const [, thousands, , part = ""] =
    /^(\d{1,3}(?:,\d{3})+)(\.(\d+))?$/.exec(plain) ?? /^(\d{1,3}(?:\.\d{3})+)(,(\d+))?$/.exec(plain) ?? [];
  return thousands === undefined ? undefined : [thousands.replace(/[.,]/g, ""), part];
}

function split(plain: string): [whole: string, part: string] | undefined {
  const [, whole, part = ""] = /^(\d+)(?:[.,](\d+))?$/.exec(plain) ?? [];
  return whole === undefined ? splitGrouped(plain) : [whole, part];
}

/**
 * The minor units, by ISO 4217, of an amount as people type it: in Western or Eastern digits, with a point or comma
 * before its decimals, thousands apart or not. One mark alone stands before decimals; `1,500` of a currency that has
 * three of them is refused, since it is read both as a thousand and as one.
 */
export function readAmount(typed: string, currency: string): { amount: number } | { fault: AmountFault } {
  const plain = plainDigits(typed);
  const parts = split(plain);
  if (!parts) return { fault: "notAnAmount" };
  const [whole, part] = parts;
  const decimals = decimalsOf(currency);
  if (decimals === 3 && /^[1-9]\d{0,2},\d{3}$/.test(plain)) return { fault: "ambiguous" };
  if (part.length > decimals) return { fault: "tooManyDecimals" };
  const amount = Number(whole + part.padEnd(decimals, "0"));
  return amount <= MOST_MINOR ? { amount } : { fault: "tooLarge" };
}

/** An amount in minor units as a field for it holds it, without the currency's name. */
export function writeAmount(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}
