import { randomInt } from "node:crypto";
import { westernDigits } from "#app/platform/i18n/western-digits.ts";

/** Without letters and digits that are taken for one another: no I, L, O, U, 0, 1. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new code, of 58 bits: «7KQM-2XRT-9BHD». */
export function drawAccessCode(): string {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${part()}-${part()}-${part()}`;
}

/** A code as people type it, in any case and digits and with or without its dashes, as it is kept. */
export function normaliseAccessCode(typed: string): string {
  const letters = westernDigits(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  return letters.match(/.{1,4}/g)?.join("-") ?? "";
}
