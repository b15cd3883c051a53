import { readdirSync, readFileSync } from "node:fs";
import { createInstance } from "i18next";
import type { FormatChoice } from "#app/platform/i18n/format.ts";
import { addFormats, i18nOptions } from "#app/platform/i18n/i18n-options.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** What the screens say for a message key, `file:path.in.file`, in one language. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

const known = new Map<Locale, Words>();

function readMessages(locale: Locale): Record<string, Record<string, unknown>> {
  const folder = `app/locales/${locale}`;
  const files = readdirSync(folder).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(`${folder}/${file}`, "utf8")),
  ]);
  return Object.fromEntries(files);
}

/** The words of a language as a guest's screens have them. A key without words throws. */
export function wordsOf(locale: Locale): Words {
  const made = known.get(locale);
  if (made) return made;
  const i18n = createInstance();
  void i18n.init(i18nOptions({ locale, messages: readMessages(locale) }));
  addFormats(i18n, { locale, digits: "automatic" });
  const words: Words = (key, values) => {
    if (!i18n.exists(key, values)) throw new Error(`There are no words for ${key} in ${locale}`);
    return i18n.t(key, values ?? {});
  };
  known.set(locale, words);
  return words;
}

/** How a guest's screens in this language write dates and numbers. */
export function formatsOf(locale: Locale): FormatChoice {
  return { locale, timeZone: "UTC", calendar: "gregorian", digits: "automatic" };
}
