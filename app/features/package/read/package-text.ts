import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, locales } from "#app/platform/i18n/locales.ts";

// The values that academy.yaml and course.yaml have in common.

export const idSchema = z.uuid("must be a UUID").regex(/^[^A-Z]*$/, "must be written in lower case");

export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case Latin letters, digits and single hyphens");

export const lineSchema = z.string().trim().min(1, "must not be empty").max(300);
export const paragraphSchema = z.string().trim().min(1, "must not be empty").max(5_000);

/** A value in every language of the academy. */
export function inAllLocales<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ ar: value, en: value, fr: value, es: value, tr: value, ur: value, ms: value });
}

/** A value in some languages, among them `demanded`. */
export function inSomeLocales<Value extends z.ZodType>(value: Value, demanded: readonly Locale[] = []) {
  return z.partialRecord(localeSchema, value).superRefine((given, ctx) => {
    for (const locale of demanded) {
      if (!(locale in given)) ctx.addIssue({ code: "custom", message: `has no "${locale}"` });
    }
    if (!locales.some((locale) => locale in given)) ctx.addIssue({ code: "custom", message: "has no language" });
  });
}
