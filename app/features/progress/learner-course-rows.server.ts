import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CompletionRule, CourseState, EnrolmentState, InstructorRole } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const moment = z.coerce.date();

/** What is read of a course for one person. */
export const courseColumns = Prisma.sql`
  c."id", c."slug", c."state", c."completionRule", c."currentReleaseId", c."coverSha256",
  c."certificateRule" <> 'none' AS "certified",
  (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "titles"`;

const courseShape = {
  id: z.uuid(),
  slug: z.string(),
  state: z.enum(CourseState),
  completionRule: z.enum(CompletionRule),
  /** Finishing it brings a certificate. */
  certified: z.boolean(),
  currentReleaseId: z.uuid().nullable(),
  coverSha256: z.string().nullable(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
};

/** What is read of her enrolment `e`, as one JSON column: its facts and the releases after hers come with it. */
export const enrolmentColumn = Prisma.sql`
  CASE WHEN e."id" IS NULL THEN NULL ELSE json_build_object('id', e."id", 'state', e."state",
    'releaseId', e."releaseId", 'enrolledAt', e."enrolledAt", 'completedAt', e."completedAt",
    'accessUntil', e."accessUntil", 'lastLessonId', e."lastLessonId", 'lastPlace', e."lastPlace",
    'cohort', (SELECT json_build_object('id', k."id", 'names', k."names", 'startsAt', k."startsAt", 'endsAt', k."endsAt")
      FROM "Cohort" k WHERE k."id" = e."cohortId"),
    'completed', (SELECT coalesce(json_agg(f."lessonId"), '[]') FROM "Completion" f WHERE f."enrolmentId" = e."id"),
    'openQuizzes', (SELECT coalesce(json_agg(a."lessonId"), '[]') FROM "Attempt" a
      WHERE a."enrolmentId" = e."id" AND a."state" = 'open'),
    'waitingQuizzes', (SELECT coalesce(json_agg(s."lessonId"), '[]') FROM "QuizStanding" s
      WHERE s."enrolmentId" = e."id" AND s."waiting"),
    'laterReleaseIds', (SELECT coalesce(json_agg(r."id" ORDER BY r."number"), '[]')
      FROM "Release" own JOIN "Release" r ON r."courseId" = own."courseId" AND r."number" > own."number"
      WHERE own."id" = e."releaseId")) END AS "enrolment"`;

const enrolmentSchema = z.object({
  id: z.uuid(),
  state: z.enum(EnrolmentState),
  releaseId: z.uuid(),
  enrolledAt: moment,
  completedAt: moment.nullable(),
  /** Until when she may read; null is for ever. */
  accessUntil: moment.nullable(),
  lastLessonId: z.uuid().nullable(),
  lastPlace: z.number(),
  cohort: z.object({ id: z.uuid(), names: translatedSchema, startsAt: moment, endsAt: moment }).nullable(),
  completed: z.array(z.string()),
  /** Lessons with an attempt that is open, and with answers that wait for a person to grade them. */
  openQuizzes: z.array(z.string()),
  waitingQuizzes: z.array(z.string()),
  laterReleaseIds: z.array(z.string()),
});

export const enrolledCourseSchema = z.object({ ...courseShape, enrolment: enrolmentSchema });
export const courseForPersonSchema = z.object({
  ...courseShape,
  enrolment: enrolmentSchema.nullable(),
  role: z.enum(InstructorRole).nullable(),
});

export type EnrolledCourse = z.infer<typeof enrolledCourseSchema>;
export type CourseForPerson = z.infer<typeof courseForPersonSchema>;
