import { locales } from "#app/platform/i18n/locales.ts";

/** The same texts by language, in the order in which the academy lists its languages. */
export function inLocaleOrder<Value>(texts: Partial<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const text = texts[locale];
      return text === undefined ? [] : [[locale, text] as const];
    }),
  );
}
