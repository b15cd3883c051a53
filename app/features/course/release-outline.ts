import { z } from "zod";
import { LessonKind } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

export const releaseLessonSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  kind: z.enum(LessonKind),
  minutes: z.number().int().positive(),
  required: z.boolean(),
  preview: z.boolean(),
  titles: translatedSchema,
});

/** What `Release.outline` holds: sections and their lessons in order. */
export const releaseOutlineSchema = z.object({
  sections: z.array(z.object({ id: z.uuid(), titles: translatedSchema, lessons: z.array(releaseLessonSchema) })),
});

export type ReleaseOutline = z.infer<typeof releaseOutlineSchema>;
export type ReleaseOutlineLesson = z.infer<typeof releaseLessonSchema>;
