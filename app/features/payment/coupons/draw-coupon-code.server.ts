import { randomInt } from "node:crypto";

/** Without letters and digits that are taken for one another. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code that nobody guesses, of 49 bits, and of another shape than an access code: «7KQM2-XRT9B». */
export function drawCouponCode(): string {
  const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${part()}-${part()}`;
}
