import ar from "#app/locales/ar/invoice-document.json" with { type: "json" };
import en from "#app/locales/en/invoice-document.json" with { type: "json" };
import es from "#app/locales/es/invoice-document.json" with { type: "json" };
import fr from "#app/locales/fr/invoice-document.json" with { type: "json" };
import ms from "#app/locales/ms/invoice-document.json" with { type: "json" };
import tr from "#app/locales/tr/invoice-document.json" with { type: "json" };
import ur from "#app/locales/ur/invoice-document.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";
import { readWords, type Translate } from "#app/platform/i18n/read-words.ts";

const messages = { ar, en, es, fr, ms, tr, ur };

/** The words that invoices and credit notes add, also where the words of the server are not loaded. */
export function invoiceWords(locale: Locale): Translate {
  return readWords({
    locale,
    digits: "automatic",
    messages: { "invoice-document": messages[locale] },
  }).of("invoice-document");
}
