/** What a course may cost in. */
export const currencies = [
  ...["USD", "EUR", "GBP", "ILS", "JOD", "EGP", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "IQD", "LBP", "SYP"],
  ...["MAD", "DZD", "TND", "LYD", "SDG", "TRY", "MYR", "IDR", "PKR", "INR", "BDT", "NGN", "ZAR", "CAD", "AUD"],
  ...["CHF", "SEK", "NOK", "DKK", "JPY", "BRL", "MXN"],
] as const;
