import ar from "#app/locales/ar/certificate-document.json" with { type: "json" };
import en from "#app/locales/en/certificate-document.json" with { type: "json" };
import es from "#app/locales/es/certificate-document.json" with { type: "json" };
import fr from "#app/locales/fr/certificate-document.json" with { type: "json" };
import ms from "#app/locales/ms/certificate-document.json" with { type: "json" };
import tr from "#app/locales/tr/certificate-document.json" with { type: "json" };
import ur from "#app/locales/ur/certificate-document.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";
import { readWords, type Translate } from "#app/platform/i18n/read-words.ts";

const messages = { ar, en, fr, es, tr, ur, ms };

/** The words that the document itself adds in one language; the command line reads them as the server does. */
export function documentWords(locale: Locale): Translate {
  return readWords({
    locale,
    digits: "automatic",
    messages: { "certificate-document": messages[locale] },
  }).of("certificate-document");
}
