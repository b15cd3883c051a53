/**
 * How much tax is in what is given back, in minor units: by the share of the whole, so that the parts of a payment that
 * is given back bit by bit add up to its tax to the last unit. `before` was given back earlier.
 */
export function taxShare({
  paid,
  tax,
  before,
  amount,
}: {
  paid: number;
  tax: number;
  before: number;
  amount: number;
}): number {
  const upTo = (sum: number) => Number((BigInt(tax) * BigInt(sum) * 2n + BigInt(paid)) / (2n * BigInt(paid)));
  return upTo(before + amount) - upTo(before);
}
