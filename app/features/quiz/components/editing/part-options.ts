import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

/** Labelled parts as options of a select; one without a label yet has its number. */
export function partOptions(parts: readonly { id: string; label: Translated }[], locale: Locale) {
  return parts.map(({ id, label }, index) => ({
    value: id,
    label: pickTranslated(label, locale).text || String(index + 1),
  }));
}
