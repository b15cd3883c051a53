import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { certificateFileSchema } from "./certificate-file-schema.ts";
import { idSchema, inAllLocales, inSomeLocales, lineSchema, paragraphSchema, slugSchema } from "./package-text.ts";

const subjectSchema = z.strictObject({ slug: slugSchema, name: inAllLocales(lineSchema) });

const instructorSchema = z.strictObject({
  id: idSchema,
  handle: slugSchema,
  name: inSomeLocales(lineSchema),
  // Who was invited to teach may not have said more of herself than her name.
  headline: z.partialRecord(localeSchema, lineSchema),
  bio: z.partialRecord(localeSchema, paragraphSchema),
});

const programmeSchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  title: inAllLocales(lineSchema),
  summary: inAllLocales(paragraphSchema),
  courses: z.array(slugSchema).min(1),
  certificate: certificateFileSchema,
});

/** academy.yaml */
export const academyFileSchema = z.strictObject({
  format: z.literal("maqdis-academy/1"),
  name: inAllLocales(lineSchema),
  subjects: z.array(subjectSchema),
  instructors: z.array(instructorSchema),
  programmes: z.array(programmeSchema),
});

export type AcademyFile = z.output<typeof academyFileSchema>;
