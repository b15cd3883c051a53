import ar from "#app/locales/ar/question-import.json" with { type: "json" };
import en from "#app/locales/en/question-import.json" with { type: "json" };
import es from "#app/locales/es/question-import.json" with { type: "json" };
import fr from "#app/locales/fr/question-import.json" with { type: "json" };
import ms from "#app/locales/ms/question-import.json" with { type: "json" };
import tr from "#app/locales/tr/question-import.json" with { type: "json" };
import ur from "#app/locales/ur/question-import.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";

const messages = { ar, en, es, fr, ms, tr, ur };

/** The words that importing adds to a question of this language where its file says nothing. */
export function importWords(locale: Locale) {
  return messages[locale].added;
}
