import { z } from "zod";
import { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { nameSchema } from "./account-schema.ts";
import { countryCodes } from "./countries.ts";

// What stands on a certificate: letters of one script, with marks, spaces and what names are written with.
const arabicName = /^[\p{Script=Arabic}\p{Mark}\s.،'’ـ-]+$/u;
const latinName = /^[\p{Script=Latin}\p{Mark}\s.,'’ʼʿʾ-]+$/u;
const hasLetter = /\p{Letter}/u;

const fullName = (script: RegExp, message: string) =>
  z
    .string()
    .trim()
    .max(120)
    .refine((name) => script.test(name) && hasLetter.test(name), { message })
    .optional()
    .transform((name) => name?.replace(/\s+/g, " ") ?? null);

/** A full name for certificates, as somebody typed it; null where nothing was typed. */
export const fullNameArabicSchema = fullName(arabicName, "form:notArabic");
export const fullNameLatinSchema = fullName(latinName, "form:notLatin");

const timeZones = new Set(Intl.supportedValuesOf("timeZone"));

export const profileSchema = z.object({
  name: nameSchema,
  fullNameArabic: fullNameArabicSchema,
  fullNameLatin: fullNameLatinSchema,
  country: z
    .string()
    .refine((code) => countryCodes.includes(code))
    .optional()
    .transform((code) => code ?? null),
  timeZone: z
    .string()
    .refine((zone) => zone === "UTC" || timeZones.has(zone))
    .optional()
    .transform((zone) => zone ?? null),
  locale: localeSchema,
  calendar: z.enum(CalendarChoice),
  digits: z.enum(DigitsChoice),
});

export type Profile = z.output<typeof profileSchema>;
