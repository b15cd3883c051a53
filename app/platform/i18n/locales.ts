export const locales = ["ar", "en", "fr", "es", "tr", "ur", "ms"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "ar";

/** Each language by its own name. */
export const localeNames: Record<Locale, string> = {
  ar: "العربية",
  en: "English",
  fr: "Français",
  es: "Español",
  tr: "Türkçe",
  ur: "اردو",
  ms: "Bahasa Melayu",
};

export function directionOf(locale: string): "rtl" | "ltr" {
  return ["ar", "ur", "he", "fa", "syr"].includes(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The address without its language segment: `/en/courses` and `/courses` both give `/courses`. Never `//…`, another site. */
export function withoutLocale(pathname: string): string {
  const [, first = "", ...rest] = pathname.split("/");
  return isLocale(first) ? `/${rest.join("/").replace(/^[/\\]+/, "")}` : pathname;
}

/** The same address in a given language; without one, the address that follows the person's choice. */
export function inLocale(path: string, locale: Locale | undefined): string {
  const bare = withoutLocale(path);
  if (!locale) return bare;
  return bare === "/" ? `/${locale}` : `/${locale}${bare}`;
}

/** A text that exists in some languages: { ar: "…", en: "…" }. */
export type Translated = Partial<Record<Locale, string>>;

/**
 * Languages to try for a reader of `locale`, best first: her own, then for readers of Urdu, Turkish and Malay
 * English before Arabic, then whatever there is.
 */
export function localePreference(locale: Locale): Locale[] {
  return [...new Set<Locale>([locale, "en", "ar", ...locales])];
}

/** The best of the languages in which something exists, or undefined when it exists in none. */
export function bestLocale(available: readonly string[], wanted: Locale): Locale | undefined {
  return localePreference(wanted).find((locale) => available.includes(locale));
}

/** The best of a translated text and the language it is in. */
export function pickTranslated(text: Translated, wanted: Locale): { text: string; locale: Locale } {
  const locale = bestLocale(Object.keys(text), wanted) ?? wanted;
  return { text: text[locale] ?? "", locale };
}
