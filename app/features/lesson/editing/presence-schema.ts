import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** What the page of a text says of itself every few seconds. */
export const presenceSchema = z.object({
  /** Drawn by the tab when it opens the text. */
  tab: z.uuid(),
  locale: localeSchema,
  /** The tab closes. */
  leaving: z.boolean().default(false),
});
