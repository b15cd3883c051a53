import type { Locale } from "#app/platform/i18n/locales.ts";
import { countryCodes } from "./countries.ts";

type Choice = { value: string; label: string };
const remembered = new Map<Locale, { countries: Choice[]; timeZones: Choice[] }>();

function makeCountries(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const collator = new Intl.Collator(locale);
  const choices = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }));
  return choices.sort((a, b) => collator.compare(a.label, b.label));
}

/** Zones by their IANA names, which are the same in every language: «Asia/Jerusalem». */
function makeTimeZones(): Choice[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}

/** What a profile's selects offer, in the order of the language. Made once for each language. */
export function findProfileChoices(locale: Locale) {
  const choices = remembered.get(locale) ?? { countries: makeCountries(locale), timeZones: makeTimeZones() };
  remembered.set(locale, choices);
  return choices;
}
