import { academyNames } from "#app/platform/i18n/academy-names.ts";
import { type Locale, locales } from "#app/platform/i18n/locales.ts";
import { ownText } from "./site.ts";
import type { Site } from "./site-schema.ts";

/** What the academy is called in each language. */
export function namesOf({ siteNames }: Pick<Site, "siteNames">): Record<Locale, string> {
  const names = { ...academyNames };
  for (const locale of locales) names[locale] = ownText(siteNames, locale) ?? academyNames[locale];
  return names;
}
