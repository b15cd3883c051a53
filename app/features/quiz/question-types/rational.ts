/** An exact number: `n` divided by `d`, in lowest terms, `d` above 0. */
export type Rational = { readonly n: bigint; readonly d: bigint };

const size = (value: bigint) => (value < 0n ? -value : value);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [size(a), size(b)];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** `d` other than 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  const divisor = commonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { n: top / divisor, d: bottom / divisor };
}

export const zero = rational(0);
export const one = rational(1);

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const absolute = (a: Rational): Rational => ({ n: size(a.n), d: a.d });

/** Below 0 where `a` is the smaller, 0 where they are equal. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export const sum = (values: readonly Rational[]): Rational => values.reduce(add, zero);

/** Never below 0, never above 1, as the nearest number that a computer has. */
export function asShare(value: Rational): number {
  if (compare(value, zero) <= 0) return 0;
  return compare(value, one) >= 0 ? 1 : Number(value.n) / Number(value.d);
}

/** A number exactly as JavaScript writes it in decimals: 0.1 is one tenth. */
export function fromNumber(value: number): Rational {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return fromDigits(digits, Number(exponent));
}

/** Western digits with an optional sign and point, times ten to the power of `exponent`. */
export function fromDigits(digits: string, exponent = 0): Rational {
  const [whole = "", decimals = ""] = digits.split(".");
  const power = exponent - decimals.length;
  const value = BigInt(whole + decimals);
  return power < 0 ? rational(value, 10n ** BigInt(-power)) : rational(value * 10n ** BigInt(power));
}
