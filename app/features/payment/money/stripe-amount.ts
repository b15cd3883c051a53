import { decimalsOf } from "#app/platform/i18n/currency.ts";

// https://docs.stripe.com/currencies: Stripe reckons most currencies as ISO 4217 does. These it takes as having no
// decimals at all; ISK and UGX have none either, yet are sent as if they had two.
const WITHOUT = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const WITH_THREE = new Set("BHD JOD KWD OMR TND".split(" "));

// https://docs.stripe.com/currencies#presentment-currencies
const NOT_TAKEN = new Set("IQD LYD SDG SYP".split(" "));

/** Whether Stripe can charge in a currency of the academy's; otherwise it is paid by transfer or in cash. */
export function takenByStripe(currency: string): boolean {
  return !NOT_TAKEN.has(currency);
}

function stripeDecimalsOf(currency: string): number {
  if (WITHOUT.has(currency)) return 0;
  return WITH_THREE.has(currency) ? 3 : 2;
}

/**
 * What amounts must be a multiple of so that they can be charged, in minor units by ISO 4217: 10 fils of three decimals,
 * since cards know two of them; whole ariary; one of everything else.
 */
export function chargeStep(currency: string): number {
  if (WITH_THREE.has(currency)) return 10;
  return 10 ** Math.max(0, decimalsOf(currency) - stripeDecimalsOf(currency));
}

/** An amount in minor units by ISO 4217 as the nearest one below that can be charged. */
export function roundToCharge(amount: number, currency: string): number {
  const step = chargeStep(currency);
  return Math.floor(amount / step) * step;
}

/** An amount in minor units by ISO 4217 in those that Stripe speaks of. Throws for one that cannot be charged. */
export function toStripeAmount(amount: number, currency: string): number {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount % chargeStep(currency) !== 0) {
    throw new RangeError(`${amount} ${currency} cannot be charged`);
  }
  return scale(amount, stripeDecimalsOf(currency) - decimalsOf(currency));
}

/** An amount of Stripe's in minor units by ISO 4217. Throws for one that those cannot say. */
export function fromStripeAmount(amount: number, currency: string): number {
  const named = currency.toUpperCase();
  const ours = scale(amount, decimalsOf(named) - stripeDecimalsOf(named));
  if (!Number.isSafeInteger(ours)) throw new RangeError(`${amount} of Stripe's ${named} is no whole amount`);
  return ours;
}

function scale(amount: number, decimals: number): number {
  return decimals >= 0 ? amount * 10 ** decimals : amount / 10 ** -decimals;
}
