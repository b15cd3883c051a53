import ar from "#app/locales/ar/ui.json" with { type: "json" };
import en from "#app/locales/en/ui.json" with { type: "json" };
import es from "#app/locales/es/ui.json" with { type: "json" };
import fr from "#app/locales/fr/ui.json" with { type: "json" };
import ms from "#app/locales/ms/ui.json" with { type: "json" };
import tr from "#app/locales/tr/ui.json" with { type: "json" };
import ur from "#app/locales/ur/ui.json" with { type: "json" };
import type { Locale } from "#app/platform/i18n/locales.ts";

/** What the academy is called in each language; also where no words are loaded, as on the command line. */
export const academyNames: Record<Locale, string> = {
  ar: ar.name,
  en: en.name,
  fr: fr.name,
  es: es.name,
  tr: tr.name,
  ur: ur.name,
  ms: ms.name,
};
