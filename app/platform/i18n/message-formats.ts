import { type FormatChoice, formatNumber } from "./format.ts";

/** How messages show numbers: `{{count, number}}`, `{{share, percent}}`, `{{seconds, duration}}`, in the digits that the reader wants. */
export function messageFormats(
  language: Pick<FormatChoice, "locale" | "digits">,
): Map<string, (value: number) => string> {
  const choice: FormatChoice = { ...language, timeZone: "UTC", calendar: "gregorian" };
  return new Map([
    ["number", (value: number) => formatNumber(value, choice)],
    ["percent", (value: number) => formatNumber(value, choice, { style: "percent", maximumFractionDigits: 0 })],
    [
      "duration",
      (value: number) => {
        const long = value >= 90;
        const amount = long ? Math.ceil(value / 60) : value;
        return formatNumber(amount, choice, { style: "unit", unit: long ? "minute" : "second", unitDisplay: "long" });
      },
    ],
  ]);
}
