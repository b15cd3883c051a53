import type { Locale, Translated } from "#app/platform/i18n/locales.ts";

const isSaid = (text: string | undefined) => text !== undefined && text.trim() !== "";

/** The languages of `wanted` in which some of the texts is not written, though it is in another. */
export function missingLocales(texts: readonly Translated[], wanted: readonly Locale[]): Locale[] {
  const written = texts.filter((text) => Object.values(text).some(isSaid));
  return wanted.filter((locale) => written.some((text) => !isSaid(text[locale])));
}
