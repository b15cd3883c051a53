import { z } from "zod";
import { locales } from "./locales.ts";

// Apart from `locales.ts`, so that readers' pages do not load zod.
export const localeSchema = z.enum(locales);

/** A text that exists in some languages: { ar: "…", en: "…" }. */
export const translatedSchema = z.partialRecord(localeSchema, z.string());
