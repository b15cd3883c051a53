import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** What a letter says, by the names of its fields; an empty one says what it says by default. */
export const letterFormSchema = z.object({
  intent: z.string().optional(),
  language: localeSchema,
  words: z.record(z.string().regex(/^k\d{1,3}$/), z.string().max(4_000).default("")).default({}),
});

export const letterSearchSchema = z.object({ language: localeSchema.optional().catch(undefined) });
