import type { FormatChoice } from "#app/platform/i18n/format.ts";
import { directionOf, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

/** What is printed says one day to everybody, wherever she is: that of UTC, as in the signed credential. */
export function choiceOf(locale: Locale, calendar: FormatChoice["calendar"] = "gregorian"): FormatChoice {
  return { locale, timeZone: "UTC", calendar, digits: "automatic" };
}

/** A text as the layout takes it, with the language that it is in. */
export type Piece = { text: string; lang: string; dir: "rtl" | "ltr" };

const STRONG_LETTER = /\p{L}/u;

/** The direction of the first letter, as `dir="auto"` has it. */
function directionOfText(text: string, locale: string): "rtl" | "ltr" {
  const letter = STRONG_LETTER.exec(text)?.[0];
  if (letter === undefined) return directionOf(locale);
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(letter) ? "rtl" : "ltr";
}

export function pieceOf(text: string, lang: string): Piece {
  return { text, lang, dir: directionOfText(text, lang) };
}

/** What a language makes of other texts: it runs in its own direction, whichever they begin with. */
export function lineIn(text: string, locale: Locale): Piece {
  return { text, lang: locale, dir: directionOf(locale) };
}

/** The best of a text in several languages for a page in `locale`. */
export function pieceOfTranslated(texts: Translated, locale: Locale): Piece {
  const picked = pickTranslated(texts, locale);
  return pieceOf(picked.text, picked.locale);
}

/** Holds a text together in a line of another direction (FSI and PDI, UAX #9). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Several texts in a line, as the language joins them. */
export function listOf(texts: string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(texts.map(isolate));
}
