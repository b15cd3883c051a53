import type { Locale, Translated } from "#app/platform/i18n/locales.ts";

/** The title of a lesson's text in one language of its course; null where none is written. */
export type TextTitle = { locale: Locale; title: string | null };

/** The titles that there are, by language. */
export function titlesOf(texts: readonly TextTitle[]): Translated {
  return Object.fromEntries(texts.flatMap(({ locale, title }) => (title === null ? [] : [[locale, title]])));
}
