import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { summarySchema, titleSchema } from "../add-lesson-schema.ts";

/** The fields in which a lesson's text is written, in one language. */
export const lessonTextSchema = z.object({
  locale: localeSchema,
  title: titleSchema,
  summary: summarySchema,
  markdown: z.string().max(200_000),
  /** Of the text that was edited; absent where there was none. */
  updatedAt: z.iso.datetime().optional(),
});
