/**
 * A serial is sixteen symbols: fifteen drawn at random (31^15, about 74 bits) and one that checks them. No symbol can be
 * taken for another (0 and O, 1, I and L are left out). As 31 is prime, the weighted sum below finds every single
 * mistyped symbol and every two that changed places; see ISO/IEC 7064 for the principle.
 */
const SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 16;

export type SerialProblem = "length" | "symbols" | "check";

/** The symbol that stands last after the fifteen others. */
function checkSymbol(first: string): string {
  let sum = 0;
  for (const [index, symbol] of [...first].entries()) sum += (index + 1) * SYMBOLS.indexOf(symbol);
  // The last weighs 16, and 16 × 2 = 32 ≡ 1: twice the missing sum makes the whole divisible by 31.
  return SYMBOLS[(2 * (SYMBOLS.length - (sum % SYMBOLS.length))) % SYMBOLS.length] ?? "";
}

/** Draws a serial. `randomBelow` gives a whole number from 0 up to, and not including, its argument. */
export function drawSerial(randomBelow: (limit: number) => number): string {
  let first = "";
  while (first.length < LENGTH - 1) first += SYMBOLS[randomBelow(SYMBOLS.length)];
  return first + checkSymbol(first);
}

/** Eastern digits as they stand, for who types them from an Arabic or Urdu certificate. */
function inLatinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * What somebody typed, scanned or followed as a serial: in small letters or capitals, with spaces, hyphens and marks of
 * direction or without. Says what is wrong with it otherwise.
 */
export function readSerial(
  typed: string,
): { serial: string; problem?: undefined } | { problem: SerialProblem; serial?: undefined } {
  const serial = inLatinDigits(typed)
    .replace(/[\s\p{Pd}\p{Cf}._]/gu, "")
    .toUpperCase();
  if ([...serial].some((symbol) => !SYMBOLS.includes(symbol))) return { problem: "symbols" };
  if (serial.length !== LENGTH) return { problem: "length" };
  if (checkSymbol(serial.slice(0, -1)) !== serial.at(-1)) return { problem: "check" };
  return { serial };
}

/** As it is printed and stands in addresses: four groups of four. */
export function writeSerial(serial: string): string {
  return serial.replace(/(.{4})(?=.)/g, "$1-");
}
