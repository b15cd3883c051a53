const EASTERN = /[٠-٩۰-۹]/g;

/**
 * A percentage as people and spreadsheets write it, in hundredths of a percent: Western or Eastern digits, a point or
 * comma before the decimals, with or without its sign. What is finer than that is rounded. Null for what is none, or not
 * from 0 to 100.
 */
export function readPercent(typed: string): number | null {
  const plain = typed
    .replace(/[\s\u061C\u200E\u200F\u2066-\u2069]/g, "")
    .replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/^[%٪]|[%٪]$/, "")
    .replace(/[,٫]/, ".");
  if (!/^\d{1,3}(\.\d{1,15})?$/.test(plain)) return null;
  // By text, since 1.005 times a hundred is less than 100.5 to a computer.
  const share = Math.round(Number(`${plain}e2`));
  return share > 10_000 ? null : share;
}

/** A share in hundredths of a percent as a field or a spreadsheet holds it: 87.5. */
export const writePercent = (share: number): string => String(share / 100);
