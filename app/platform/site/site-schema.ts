import { z } from "zod";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, type Locale, locales } from "#app/platform/i18n/locales.ts";

const logoSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** A colour as style sheets have it, `#0f5d6c`, in lower case. */
export const colourSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/);

const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

/** A time zone by its IANA name. */
export const timeZoneSchema = z.string().refine((zone) => zones.has(zone));

/** Languages in which pages are offered, in their usual order. Arabic is always among them. */
export const languagesSchema = z
  .array(localeSchema)
  .transform((chosen) => locales.filter((one) => one === defaultLocale || chosen.includes(one)));

/** The settings by which every page and mail looks and speaks, with what holds until an admin changes them. */
export const siteSchema = z.object({
  /** What the academy is called, where it is not called what the words say. */
  siteNames: translatedSchema.default({}),
  siteTaglines: translatedSchema.default({}),
  logo: logoSchema.nullable().default(null),
  darkLogo: logoSchema.nullable().default(null),
  /** The one colour of links and buttons, on light pages and on dark ones; null for the house's own. */
  accents: z.object({ light: colourSchema, dark: colourSchema }).nullable().default(null),
  languages: languagesSchema.prefault([...locales]),
  /** The language of whoever asks for none that is offered. */
  defaultLanguage: localeSchema.default(defaultLocale),
  /** The zone of dates for whoever has chosen none. */
  timeZone: timeZoneSchema.default("UTC"),
});

export type Site = z.output<typeof siteSchema>;

/** The site until anything is set. */
export const plainSite: Site = siteSchema.parse({});

/** The language in which the site speaks to somebody who wants this one. */
export function offeredLanguage(
  { languages, defaultLanguage }: Pick<Site, "languages" | "defaultLanguage">,
  wanted: Locale,
) {
  if (languages.includes(wanted)) return wanted;
  return languages.includes(defaultLanguage) ? defaultLanguage : defaultLocale;
}
