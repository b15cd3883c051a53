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
  // Left out where they are as usual, so that a release keeps the hash that it had before there were such facts.
  /** When it opens: at a time, or so many days after a learner enrolled or her cohort began. */
  opensAt: z.iso.datetime().optional(),
  dripDays: z.number().int().nonnegative().optional(),
  /** Lessons to complete first. */
  requires: z.array(z.uuid()).min(1).optional(),
  /** What it weighs in the grade of the course; 1 unless set. */
  weight: z.number().int().nonnegative().optional(),
});

/** What `Release.outline` holds: sections and their lessons in order. */
export const releaseOutlineSchema = z.object({
  sections: z.array(z.object({ id: z.uuid(), titles: translatedSchema, lessons: z.array(releaseLessonSchema) })),
});

export type ReleaseOutline = z.infer<typeof releaseOutlineSchema>;
export type ReleaseOutlineLesson = z.infer<typeof releaseLessonSchema>;
