import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { summarySchema, titleSchema } from "../add-lesson-schema.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";

/** The fields in which a lesson's text is written as Markdown, in one language. */
export const markdownTextSchema = z.object({
  locale: localeSchema,
  title: titleSchema,
  summary: summarySchema,
  markdown: z.string().max(400_000),
  /** Of the text that was edited; absent where there was none. */
  updatedAt: z.iso.datetime().optional(),
});

/** A lesson's text in one language, as the editor sends it. */
export const lessonTextSchema = z.object({
  locale: localeSchema,
  title: titleSchema,
  summary: summarySchema,
  document: lessonDocumentSchema,
  /** `updatedAt` of the text that it was made from; null where there was none. */
  before: z.iso.datetime().nullable(),
  /** Of a translation: what each block was translated from. Where nothing is said, what is known of it stays. */
  basis: z.record(z.string(), z.json()).optional(),
});

export type LessonTextInput = z.output<typeof lessonTextSchema>;
