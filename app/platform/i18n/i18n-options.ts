import type { InitOptions, i18n } from "i18next";
import { type FormatChoice, formatNumber } from "./format.ts";

type Messages = Record<string, Record<string, unknown>>;
type Language = Pick<FormatChoice, "locale" | "digits">;

/** Settings that server and browser share. Keys are `file:path.in.file`; a missing key shows itself. */
export function i18nOptions({ locale, messages }: { locale: string; messages: Messages }): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    supportedLngs: false,
    ns: Object.keys(messages),
    defaultNS: "ui",
    resources: { [locale]: messages },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  };
}

/** Makes `{{count, number}}`, `{{share, percent}}` and `{{seconds, duration}}` follow the language's and the person's digits. */
export function addFormats(instance: i18n, { locale, digits }: Language): void {
  const choice: FormatChoice = { locale, digits, timeZone: "UTC", calendar: "gregorian" };
  instance.services.formatter?.add("number", (value) => formatNumber(Number(value), choice));
  instance.services.formatter?.add("duration", (value) => {
    const long = Number(value) >= 90;
    const amount = long ? Math.ceil(Number(value) / 60) : Number(value);
    return formatNumber(amount, choice, { style: "unit", unit: long ? "minute" : "second", unitDisplay: "long" });
  });
  instance.services.formatter?.add("percent", (value) =>
    formatNumber(Number(value), choice, { style: "percent", maximumFractionDigits: 0 }),
  );
}
