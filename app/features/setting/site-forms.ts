import { z } from "zod";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale } from "#app/platform/i18n/locales.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";
import { isReadable, readableNear, type Scheme, TEXT_CONTRAST, worstContrast } from "#app/platform/site/palette.ts";
import { languagesSchema, timeZoneSchema } from "#app/platform/site/site-schema.ts";

/** Texts by language as fields send them; a language left empty is not written. */
const written = (maximum: number) =>
  z
    .partialRecord(localeSchema, z.string().trim().max(maximum).optional())
    .default({})
    .transform((texts) => translatedSchema.parse(Object.fromEntries(Object.entries(texts).filter(([, text]) => text))));

/** The names and taglines of the academy. A name stands in headers and titles: it is short. */
export const namesFormSchema = z.object({ siteNames: written(40), siteTaglines: written(160) });

/** What is said of an accent that cannot be read: how well it can, where, and which near it would do. */
export function contrastRefusal(colour: string, scheme: Scheme): string | undefined {
  if (isReadable(colour, scheme)) return undefined;
  // Down, so that what falls short is never shown as enough.
  const ratio = Math.floor(worstContrast(colour, scheme).ratio * 100) / 100;
  return withValues("settings:errors.contrast", {
    ratio: String(ratio),
    needed: String(TEXT_CONTRAST),
    near: readableNear(colour, scheme),
  });
}

const COLOUR = /^#[0-9a-f]{6}$/;

const accent = (scheme: Scheme) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(COLOUR, { message: "settings:errors.colourShape" })
    .superRefine((colour, context) => {
      if (!COLOUR.test(colour)) return;
      const message = contrastRefusal(colour, scheme);
      if (message) context.addIssue({ code: "custom", message });
    });

/** The accents of light pages and of dark ones, each readable wherever it stands. */
export const coloursFormSchema = z.object({ light: accent("light"), dark: accent("dark") });

/** Languages, the one for whoever asks for none of them, and the zone of dates. */
export const languagesFormSchema = z
  .object({
    languages: z.array(localeSchema).default([]).pipe(languagesSchema),
    defaultLanguage: localeSchema.default(defaultLocale),
    timeZone: timeZoneSchema,
  })
  .refine(({ languages, defaultLanguage }) => languages.includes(defaultLanguage), {
    path: ["defaultLanguage"],
    message: "settings:errors.defaultNotOffered",
  });
