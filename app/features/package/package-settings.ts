import { z } from "zod";
import type { Locale } from "#app/platform/i18n/locales.ts";

/** Key of the setting that holds the academy's name by language. */
export const ACADEMY_NAME = "academyName";

/** Its name until one is set. */
export const DEFAULT_ACADEMY_NAME: Record<Locale, string> = {
  ar: "مقدس",
  en: "Maqdis",
  fr: "Maqdis",
  es: "Maqdis",
  tr: "Maqdis",
  ur: "مقدس",
  ms: "Maqdis",
};

/** Key of the setting that holds the fingerprint of each part of academy.yaml as it was last imported. */
export const IMPORTED_PARTS = "importedParts";

export const importedPartsSchema = z.record(z.string(), z.string());
