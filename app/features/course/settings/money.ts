import { decimalsOf } from "#app/platform/i18n/currency.ts";

/** What a course may cost in. */
export const currencies = [
  ...["USD", "EUR", "GBP", "ILS", "JOD", "EGP", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "IQD", "LBP", "SYP"],
  ...["MAD", "DZD", "TND", "LYD", "SDG", "TRY", "MYR", "IDR", "PKR", "INR", "BDT", "NGN", "ZAR", "CAD", "AUD"],
  ...["CHF", "SEK", "NOK", "DKK", "JPY", "BRL", "MXN"],
] as const;

/** The largest amount that a price may have, in minor units. */
export const MOST_MINOR = 2_000_000_000;

const EASTERN = /[٠-٩۰-۹]/g;

/**
 * The minor units of an amount as people type it, in Western or Eastern digits with a point or comma before its
 * decimals. Null for what is no amount, has more decimals than the currency, or is larger than may be.
 */
export function minorUnitsOf(typed: string, currency: string): number | null {
  const plain = typed
    .trim()
    .replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) - (digit < "۰" ? 0x660 : 0x6f0)))
    .replace(/[,٫]/, ".");
  const [, whole, part = ""] = /^(\d{1,10})(?:\.(\d{1,4}))?$/.exec(plain) ?? [];
  const decimals = decimalsOf(currency);
  if (whole === undefined || part.length > decimals) return null;
  const minor = Number(whole + part.padEnd(decimals, "0"));
  return minor <= MOST_MINOR ? minor : null;
}

/** The amount as a field for it holds it. */
export function amountOf(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}
