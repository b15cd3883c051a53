import { z } from "zod";
import { Level } from "#app/platform/db/generated/enums.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { titleSchema } from "./add-lesson-schema.ts";

/** What is asked of who makes a course; the language of the title is one of its languages anyway. */
export const createCourseSchema = z.object({
  title: titleSchema,
  sourceLocale: localeSchema,
  locales: z
    .union([z.array(localeSchema), localeSchema.transform((one) => [one])])
    .default([])
    .transform((list) => [...new Set(list)]),
  subject: z.string().regex(/^[a-z0-9-]{1,100}$/),
  level: z.enum(Level),
});

export type NewCourse = z.output<typeof createCourseSchema>;
