import type { Locale } from "#app/platform/i18n/locales.ts";

const ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** By which the nth thing of a printed list is named, from 0: «ب» in Arabic and Urdu, B elsewhere; then with numbers. */
export function letterOf(index: number, locale: Locale): string {
  const letters = locale === "ar" || locale === "ur" ? ABJAD : LATIN;
  const round = Math.floor(index / letters.length);
  return `${letters[index % letters.length]}${round > 0 ? round + 1 : ""}`;
}
