import { bestLocale, type Locale } from "#app/platform/i18n/locales.ts";

/** The title in the best language for a reader, and which that is. */
export function pickPolicyText(titles: Partial<Record<Locale, string>>, wanted: Locale) {
  const locale = bestLocale(Object.keys(titles), wanted) ?? wanted;
  return { title: titles[locale] ?? "", locale };
}
