// ISO 4217. Not by Intl, whose tables follow what people carry in their purses and differ between machines: an amount
// that is stored must mean the same everywhere.
const WITHOUT = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const WITH_THREE = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** How many decimals a currency has, which is what its minor unit means: none for JPY, three for JOD, two for most. */
export function decimalsOf(currency: string): number {
  if (WITHOUT.has(currency)) return 0;
  return WITH_THREE.has(currency) ? 3 : 2;
}

/** What an academy may be paid in: the currencies of where its learners live. */
export const currencyCodes = [
  ...["USD", "EUR", "GBP", "ILS", "JOD", "EGP", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "IQD", "LBP", "SYP"],
  ...["MAD", "DZD", "TND", "LYD", "SDG", "TRY", "MYR", "IDR", "PKR", "INR", "BDT", "NGN", "ZAR", "CAD", "AUD"],
  ...["CHF", "SEK", "NOK", "DKK", "JPY", "BRL", "MXN"],
] as const;
