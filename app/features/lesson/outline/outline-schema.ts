import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { titleSchema } from "../add-lesson-schema.ts";

const titlesSchema = z.partialRecord(localeSchema, titleSchema);
const daysSchema = z.int().min(0).max(3_650);

const lessonSchema = z
  .strictObject({
    id: z.uuid(),
    /** Only where they were changed here: a lesson's title is changed with its text too. */
    titles: titlesSchema.optional(),
    /** Only where they were changed here: those of a lecture follow its video. */
    minutes: z.int().min(1).max(1_000).optional(),
    required: z.boolean(),
    preview: z.boolean(),
    opensAt: z.iso.datetime().nullable(),
    dripDays: daysSchema.nullable(),
    requires: z.array(z.uuid()).max(50),
    weight: z.int().min(0).max(1_000),
  })
  .refine(({ opensAt, dripDays }) => opensAt === null || dripDays === null);

const sectionSchema = z.strictObject({ id: z.uuid(), titles: titlesSchema, lessons: z.array(lessonSchema).max(500) });

const outlineSchema = z
  .strictObject({ sections: z.array(sectionSchema).max(200) })
  .refine(({ sections }) => areDifferent(sections))
  .refine(({ sections }) => areDifferent(sections.flatMap(({ lessons }) => lessons)));

function areDifferent(parts: { id: string }[]): boolean {
  return new Set(parts.map(({ id }) => id)).size === parts.length;
}

/** The outline of a draft as it is to stand, and the version of the one that was changed. */
export const saveOutlineSchema = z.strictObject({ before: z.int().min(0), outline: outlineSchema });

export type SentOutline = z.output<typeof outlineSchema>;
export type SentLesson = SentOutline["sections"][number]["lessons"][number];
