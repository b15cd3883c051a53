import { fromDigits, multiply, type Rational, rational } from "../rational.ts";

const EASTERN = /[٠-٩۰-۹]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/g;
const BETWEEN_DIGITS = /(?<=\d)[\s']+(?=\d)/g;
const POWER = /^(.*?)(?:e|[x×*·]10\^?)([+-]?\d{1,3})$/;
const PLAIN = /^\d{1,40}(?:\.\d{1,40})?$|^\.\d{1,40}$/;

const western = (digit: string) => String(digit.charCodeAt(0) & 0xf);

/** Western digits, "." for the Arabic decimal point, "-" for every minus, nothing for what cannot be seen. */
function simplify(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(EASTERN, western)
    .replace(/٬/g, "'")
    .replace(/[−–‒﹣]/g, "-")
    .toLowerCase()
    .trim();
}

/** 1,234,567 in the groups of three that people write; the last may carry decimals after the other mark. */
const grouped = (mark: string, point: string) => new RegExp(`^[1-9]\\d{0,2}(?:${mark}\\d{3})+(?:${point}\\d{1,40})?$`);
const groups = [
  { shape: grouped("'", "[.,٫]"), drop: /'/g },
  { shape: grouped(",", "[.٫]"), drop: /,/g },
  { shape: grouped("\\.", "[,٫]"), drop: /\./g },
];

/** Every number, without sign, that these figures may mean: "1,234" is 1234 to some and 1.234 to others. */
function readings(figures: string): string[] {
  const found = groups
    .filter(({ shape }) => shape.test(figures))
    .map(({ drop }) => figures.replace(drop, "").replace(/[,٫]/, "."));
  const decimal = figures.replace(/[,٫،]/, ".");
  return [...new Set([...found, decimal])].filter((reading) => PLAIN.test(reading));
}

function withPower(text: string): { figures: string; exponent: number } {
  const [, figures, exponent] = POWER.exec(text) ?? [];
  return figures === undefined ? { figures: text, exponent: 0 } : { figures, exponent: Number(exponent) };
}

/**
 * Every number that a person may mean by what she typed, with Western, Arabic or Persian digits and any of the marks
 * for decimals and thousands; none where it is no number. Takes at most 80 characters.
 */
export function readNumber(typed: string): Rational[] {
  if (typed.length > 80) return [];
  const compact = simplify(typed).replace(BETWEEN_DIGITS, "'").replace(/\s+/g, "");
  const [, sign = "", rest = ""] = /^([+-]?)(.*)$/.exec(compact) ?? [];
  const { figures, exponent } = withPower(rest);
  const signed = rational(sign === "-" ? -1 : 1);
  return readings(figures).map((reading) => multiply(signed, fromDigits(reading, exponent)));
}
