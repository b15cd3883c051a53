import { z } from "zod";
import { reservedCourseSlugs } from "#app/features/course/course-slug.ts";
import { reservedLessonSlugs } from "#app/features/lesson/lesson-slug.ts";
import { CompletionRule, InstructorRole, Level } from "#app/platform/db/generated/enums.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { certificateFileSchema } from "./certificate-file-schema.ts";
import { idSchema, inSomeLocales, lineSchema, paragraphSchema, slugSchema } from "./package-text.ts";
import { lectureFileSchema, videoFileSchema } from "./video-file-schema.ts";

/** A time in UTC, in the one form in which the academy writes it. */
const timeSchema = z.iso
  .datetime("must be a time in UTC, such as 2027-01-18T00:00:00Z")
  .transform((time) => new Date(time).toISOString());

const windowSchema = z
  .strictObject({ opensAt: timeSchema.nullable(), closesAt: timeSchema.nullable() })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, "closes before it opens");

const seatsSchema = z.int().positive().max(1_000_000).nullable();

export const MEDIA_PATH = /^media\/[a-z0-9][a-z0-9._-]*$/;
const mediaPathSchema = z.string().regex(MEDIA_PATH, 'must be "media/<file>", inside the course\'s own media folder');

const cohortSchema = z
  .strictObject({
    id: idSchema,
    name: inSomeLocales(lineSchema),
    startsAt: timeSchema,
    endsAt: timeSchema,
    enrolment: windowSchema,
    seats: seatsSchema,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, "ends before it starts");

const lessonFacts = {
  id: idSchema,
  slug: slugSchema.refine((slug) => !reservedLessonSlugs.has(slug), "is an address of the teaching rooms"),
  minutes: z.int().positive().max(1_000),
  required: z.boolean(),
  preview: z.boolean(),
  opensAt: timeSchema.optional(),
  dripDays: z.int().min(0).max(3_650).optional(),
  /** Slugs. */
  requires: z.array(slugSchema).min(1).optional(),
  weight: z.int().min(0).max(1_000).optional(),
};

const lessonSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...lessonFacts, kind: z.literal("text") }),
  z.strictObject({ ...lessonFacts, kind: z.literal("quiz") }),
  z.strictObject({ ...lessonFacts, kind: z.literal("lecture"), lecture: lectureFileSchema }),
]);

const sectionSchema = z.strictObject({
  id: idSchema,
  title: inSomeLocales(lineSchema),
  lessons: z.array(lessonSchema),
});

const instructorsSchema = z
  .array(z.strictObject({ handle: slugSchema, role: z.enum(InstructorRole) }))
  .refine((list) => list.filter(({ role }) => role === "owner").length === 1, "must name one owner, and one only")
  .refine((list) => new Set(list.map(({ handle }) => handle)).size === list.length, "names somebody twice");

const outcomesSchema = inSomeLocales(z.array(lineSchema)).refine(
  (outcomes) => new Set(Object.values(outcomes).map((list) => list.length)).size === 1,
  "must be as many in each language",
);

/** course.yaml */
export const courseFileSchema = z
  .strictObject({
    format: z.literal("maqdis-course/1"),
    id: idSchema,
    slug: slugSchema.refine((slug) => !reservedCourseSlugs.has(slug), "is an address of the teaching rooms"),
    sourceLocale: localeSchema,
    locales: z
      .array(localeSchema)
      .min(1)
      .refine((list) => new Set(list).size === list.length, "names a language twice"),
    subject: slugSchema,
    level: z.enum(Level),
    cover: mediaPathSchema.nullable(),
    price: z.strictObject({
      amount: z.int().min(0).max(2_000_000_000),
      currency: z.string().regex(/^[A-Z]{3}$/, "must be three capital letters, such as USD"),
    }),
    seats: seatsSchema,
    selfPaced: z.boolean().default(true),
    enrolment: windowSchema,
    prerequisites: z.array(slugSchema),
    completion: z.enum(CompletionRule),
    watchThreshold: z.int().min(1).max(100).default(90),
    certificate: certificateFileSchema,
    instructors: instructorsSchema,
    accessDays: z.int().min(1).max(3_650).nullable().default(null),
    dropLowest: z.int().min(0).max(50).default(0),
    title: inSomeLocales(lineSchema),
    summary: inSomeLocales(paragraphSchema),
    outcomes: outcomesSchema,
    cohorts: z.array(cohortSchema),
    sections: z.array(sectionSchema).min(1, "has no section"),
    videos: z.array(videoFileSchema).default([]),
  })
  .superRefine((course, ctx) => {
    if (!course.locales.includes(course.sourceLocale)) {
      ctx.addIssue({ code: "custom", path: ["sourceLocale"], message: "is not among the locales" });
    }
    // What is said of the course is said in the language in which it is written, and all of it in the same ones.
    const parts = [course.title, course.summary, course.outcomes];
    const said = [...new Set([course.sourceLocale, ...parts.flatMap((part) => Object.keys(part))])];
    for (const part of ["title", "summary", "outcomes"] as const) {
      for (const { locale, reason } of localeFaults(Object.keys(course[part]), said)) {
        ctx.addIssue({ code: "custom", path: [part, locale], message: reason });
      }
    }
    course.sections.forEach((section, index) => {
      for (const { reason } of localeFaults(Object.keys(section.title), course.locales)) {
        ctx.addIssue({ code: "custom", path: ["sections", index, "title"], message: reason });
      }
    });
  });

/** What is wrong with the languages in which a text exists, for a course in the languages `wanted`. */
export function localeFaults(given: readonly string[], wanted: readonly string[]) {
  return [
    ...wanted
      .filter((locale) => !given.includes(locale))
      .map((locale) => ({ locale, reason: `has no text in "${locale}"` })),
    ...given
      .filter((locale) => !wanted.includes(locale))
      .map((locale) => ({ locale, reason: `has a text in "${locale}", which is not among the locales` })),
  ];
}

export type CourseFile = z.output<typeof courseFileSchema>;
