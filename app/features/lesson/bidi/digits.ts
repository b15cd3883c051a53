export const digitKinds = ["european", "arabic", "urdu"] as const;
export type DigitKind = (typeof digitKinds)[number];

const ZEROS: Record<DigitKind, number> = { european: 0x30, arabic: 0x660, urdu: 0x6f0 };
const DIGIT = /[0-9\u0660-\u0669\u06F0-\u06F9]/;
const NUMBER = /[0-9\u0660-\u0669\u06F0-\u06F9]+(?:[.,:/\u066B\u066C-][0-9\u0660-\u0669\u06F0-\u06F9]+)*/g;

export type FoundNumber = { from: number; to: number; text: string; kinds: DigitKind[] };

function kindOf(digit: string): DigitKind {
  const code = digit.charCodeAt(0);
  return digitKinds.find((kind) => code >= ZEROS[kind] && code < ZEROS[kind] + 10) ?? "european";
}

/** How many digits of each kind a text holds, those of which there are most first. */
export function countKinds(text: string): { kind: DigitKind; count: number }[] {
  const digits = [...text].filter((letter) => DIGIT.test(letter));
  return digitKinds
    .map((kind) => ({ kind, count: digits.filter((digit) => kindOf(digit) === kind).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** The numbers of a text, dates and decimals as one. */
export function findNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({
    from: index,
    to: index + number.length,
    text: number,
    kinds: countKinds(number).map(({ kind }) => kind),
  }));
}

/** The same number in digits of another kind. */
export function inDigits(text: string, kind: DigitKind): string {
  return text.replace(new RegExp(DIGIT, "g"), (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - ZEROS[kindOf(digit)] + ZEROS[kind]),
  );
}
