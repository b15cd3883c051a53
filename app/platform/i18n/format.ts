import type { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { decimalsOf } from "./currency.ts";
import { directionOf, type Locale } from "./locales.ts";

/** How a person wants dates and numbers. `timeZone` is an IANA name. */
export type FormatChoice = { locale: Locale; timeZone: string; calendar: CalendarChoice; digits: DigitsChoice };

/** The numbering system: by choice, else Eastern digits in Arabic and Western ones elsewhere. */
export function numberingOf({ locale, digits }: Pick<FormatChoice, "locale" | "digits">): "arab" | "arabext" | "latn" {
  if (digits === "latin") return "latn";
  if (digits === "eastern") return locale === "ur" ? "arabext" : "arab";
  return locale === "ar" ? "arab" : "latn";
}

const LATIN_LETTER = /[A-Za-z]/;

/** As many formatters are kept as languages, calendars and a good many time zones need. */
const KEPT = 1_000;

/** Making one of Intl's formatters takes a hundred times as long as using it. */
function remember<Options, Made>(make: (tag: string, options?: Options) => Made): typeof make {
  const made = new Map<string, Made>();
  return (tag, options) => {
    const key = options ? tag + JSON.stringify(options) : tag;
    const known = made.get(key) ?? make(tag, options);
    if (made.size >= KEPT) made.clear();
    made.set(key, known);
    return known;
  };
}

const numberFormat = remember((tag, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
const dateFormat = remember((tag, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const listFormat = remember((tag, options?: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));

function tag(choice: FormatChoice, calendar: "gregory" | "islamic-umalqura"): string {
  return `${choice.locale}-u-ca-${calendar}-nu-${numberingOf(choice)}`;
}

export function formatNumber(value: number, choice: FormatChoice, options?: Intl.NumberFormatOptions): string {
  return numberFormat(`${choice.locale}-u-nu-${numberingOf(choice)}`, options).format(value);
}

/** A text in which Western digits stand, with the digits that the person wants. */
export function formatDigits(text: string, choice: FormatChoice): string {
  return text.replace(/\d/g, (digit) => formatNumber(Number(digit), choice));
}

/** `share` from 0 to 1; rounded down, so that 100% is only said of what is whole. */
export function formatPercent(share: number, choice: FormatChoice): string {
  return formatNumber(Math.floor(share * 100 + 1e-9) / 100, choice, { style: "percent", maximumFractionDigits: 0 });
}

/** The same with up to two decimals, as grades are kept. */
export function formatExactPercent(share: number, choice: FormatChoice): string {
  return formatNumber(share, choice, { style: "percent", maximumFractionDigits: 2 });
}

/**
 * An amount in minor units, with the currency's own number of decimals. `as` is how the currency is named: by its sign, or
 * by its code where it must be told from all others.
 */
export function formatMoney(
  amount: number,
  currency: string,
  choice: FormatChoice,
  { as = "symbol" }: { as?: "symbol" | "code" } = {},
): string {
  const decimals = decimalsOf(currency);
  const shown = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const locale = `${choice.locale}-u-nu-${numberingOf(choice)}`;
  const format = numberFormat(locale, { style: "currency", currency, currencyDisplay: as, ...shown });
  if (directionOf(choice.locale) === "ltr") return format.format(amount / 10 ** decimals);
  // In a line from right to left the sign of «US$» would come apart from its letters.
  return format
    .formatToParts(amount / 10 ** decimals)
    .map(({ type, value }) => (type === "currency" && LATIN_LETTER.test(value) ? `\u2066${value}\u2069` : value))
    .join("");
}

/** A day in the person's calendar or calendars and time zone: «٢١ نوفمبر ٢٠٢٦ (١١ جمادى الآخرة ١٤٤٨ هـ)». */
export function formatDate(date: Date | string, choice: FormatChoice): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: "long", timeZone: choice.timeZone };
  const gregorian = () => dateFormat(tag(choice, "gregory"), options).format(new Date(date));
  const hijri = () => dateFormat(tag(choice, "islamic-umalqura"), options).format(new Date(date));
  if (choice.calendar === "gregorian") return gregorian();
  return choice.calendar === "hijri" ? hijri() : `${gregorian()} (${hijri()})`;
}

/** A month of the Gregorian calendar with its year. */
export function formatMonth(date: Date | string, choice: FormatChoice): string {
  const options: Intl.DateTimeFormatOptions = { month: "short", year: "numeric", timeZone: choice.timeZone };
  return dateFormat(tag(choice, "gregory"), options).format(new Date(date));
}

/** A day without its year, in the person's calendar: for where there is little room. */
export function formatShortDay(date: Date | string, choice: FormatChoice): string {
  const options: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: choice.timeZone };
  return dateFormat(tag(choice, choice.calendar === "hijri" ? "islamic-umalqura" : "gregory"), options).format(
    new Date(date),
  );
}

const PER_DAY = { hour: 24, day: 1, year: 1 / 365.25 };

/** A length of time in days; in hours where it is less than two days, unless the unit is chosen. */
export function formatDays(
  days: number,
  choice: FormatChoice,
  unit: "hour" | "day" | "year" = days > 0 && days < 2 ? "hour" : "day",
): string {
  const value = days * PER_DAY[unit];
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return formatNumber(value, choice, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits });
}

/** A moment, with its time zone named. */
export function formatMoment(date: Date | string, choice: FormatChoice): string {
  const time = dateFormat(tag(choice, "gregory"), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: choice.timeZone,
    timeZoneName: "short",
  }).format(new Date(date));
  return `${formatDate(date, choice)}، ${time}`.replace(
    "،",
    choice.locale === "ar" || choice.locale === "ur" ? "،" : ",",
  );
}

/** A length of time in whole hours and minutes. */
export function formatMinutes(minutes: number, choice: FormatChoice): string {
  const unit = (value: number, name: "hour" | "minute") =>
    formatNumber(value, choice, { style: "unit", unit: name, unitDisplay: "long" });
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return unit(rest, "minute");
  if (rest === 0) return unit(hours, "hour");
  const list = listFormat(choice.locale, { type: "unit", style: "long" });
  return list.format([unit(hours, "hour"), unit(rest, "minute")]);
}

/** A place in a recording: 8:09, 1:02:33. */
export function formatClock(seconds: number, choice: FormatChoice): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => formatNumber(value, choice, { minimumIntegerDigits: 2 });
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3_600);
  const rest = two(whole % 60);
  if (hours === 0) return `${formatNumber(minutes, choice)}:${rest}`;
  return `${formatNumber(hours, choice)}:${two(minutes)}:${rest}`;
}

/** The unit in which so many bytes are said; one of them is a thousand, a million or a thousand million. */
function unitOf(bytes: number): [amount: number, unit: "kilobyte" | "megabyte" | "gigabyte"] {
  if (bytes > 0 && bytes < 1e5) return [Math.max(1, bytes / 1e3), "kilobyte"];
  return bytes < 1e9 ? [bytes / 1e6, "megabyte"] : [bytes / 1e9, "gigabyte"];
}

/** A number of bytes in megabytes, or in kilobytes or gigabytes where there are few or many. */
export function formatBytes(bytes: number, choice: FormatChoice): string {
  const [amount, unit] = unitOf(bytes);
  const maximumFractionDigits = amount < 10 ? 1 : 0;
  return formatNumber(amount, choice, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits });
}
