import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

const oneLine = (text: string) => text.replace(/\s+/g, " ");

export const titleSchema = z.string().trim().min(1).max(200).transform(oneLine);
export const summarySchema = z.string().trim().min(1).max(1_000).transform(oneLine);

/** Titles and summaries by language, in fields called `title.ar` and `summary.ar`. */
export const addLessonSchema = z.object({
  section: z.uuid(),
  /** The lesson before which it stands; without one it is the last of its section. */
  before: z.uuid().optional(),
  title: z.partialRecord(localeSchema, titleSchema),
  summary: z.partialRecord(localeSchema, summarySchema),
});
