import { locales } from "#app/platform/i18n/locales.ts";

/** Languages that texts on Jerusalem quote, beside those of the academy. */
const QUOTED = [
  "he",
  "arc",
  "syr",
  "jrb",
  "grc",
  "el",
  "la",
  "hy",
  "gez",
  "cop",
  "cu",
  "fa",
  "ota",
  "de",
  "it",
  "ru",
  "akk",
  "egy",
];

/** Language tags to choose from; `current` is one of them, whatever it is. */
export function languageChoices(current: string | null): string[] {
  return [...new Set([...locales, ...QUOTED, ...(current ? [current] : [])])];
}

/** A language by its name in the language of the interface. */
export function languageName(tag: string, interfaceLanguage: string): string {
  const names = new Intl.DisplayNames([interfaceLanguage], { type: "language" });
  return names.of(tag) ?? tag;
}
