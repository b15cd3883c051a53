import { type FormatChoice, formatNumber } from "#app/platform/i18n/format.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";

/** Labelled parts as options of a select; one without a label yet has its number. */
export function partOptions(parts: readonly { id: string; label: Translated }[], formats: FormatChoice) {
  return parts.map(({ id, label }, index) => ({
    value: id,
    label: pickTranslated(label, formats.locale).text || formatNumber(index + 1, formats),
  }));
}
