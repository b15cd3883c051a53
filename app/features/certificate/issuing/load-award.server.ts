import { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";

const courseSchema = z.object({
  id: z.uuid(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  summaries: translatedSchema.nullable().transform((summaries) => summaries ?? {}),
  minutes: z.number(),
  completedAt: z.coerce.date().nullable(),
  instructors: z.array(z.object({ id: z.uuid(), names: translatedSchema })),
});

const subjectSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  titles: translatedSchema.nullable(),
  summaries: translatedSchema.nullable(),
  months: z.number().nullable(),
  templateId: z.uuid().nullable(),
  courses: z.array(courseSchema),
});

/** What a certificate is made from, as the academy has it at this moment. */
export type Award = {
  achievement: {
    kind: "course" | "programme";
    id: string;
    slug: string;
    titles: z.infer<typeof translatedSchema>;
    summaries: z.infer<typeof translatedSchema>;
    courses: z.infer<typeof translatedSchema>[];
  };
  courseIds: string[];
  minutes: number;
  instructors: z.infer<typeof translatedSchema>[];
  /** When she finished all of it; null where she has not. */
  finishedAt: Date | null;
  /** How long a certificate of it holds; null for ever. */
  months: number | null;
  templateId: string | null;
};

/** Course `o`, with what one learner did in it: how long her own release takes, and when she finished. */
const courseColumn = (userId: string) => Prisma.sql`
  json_build_object('id', o."id",
    'titles', (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = o."id"),
    'summaries', (SELECT json_object_agg(t."locale", t."summary") FROM "CourseText" t WHERE t."courseId" = o."id"),
    'minutes', coalesce((SELECT sum(l."minutes") FROM "Enrolment" e JOIN "ReleaseLesson" l
      ON l."releaseId" = e."releaseId" WHERE e."courseId" = o."id" AND e."userId" = ${userId}::uuid), o."minutes"),
    'completedAt', (SELECT e."completedAt" FROM "Enrolment" e
      WHERE e."courseId" = o."id" AND e."userId" = ${userId}::uuid),
    'instructors', (SELECT coalesce(json_agg(json_build_object('id', i."id", 'names', i."names")
        ORDER BY ci."role", ci."position", i."id"), '[]')
      FROM "CourseInstructor" ci JOIN "Instructor" i ON i."id" = ci."instructorId"
      WHERE ci."courseId" = o."id" AND ci."role" IN ('owner', 'teacher')))`;

const courseRow = (userId: string, courseId: string) => Prisma.sql`
  SELECT o."id", o."slug", NULL::json AS "titles", NULL::json AS "summaries", o."certificateMonths" AS "months",
    o."certificateTemplateId" AS "templateId", json_build_array(${courseColumn(userId)}) AS "courses"
  FROM "Course" o WHERE o."id" = ${courseId}::uuid AND o."state" <> 'draft'`;

const programmeRow = (userId: string, programmeId: string) => Prisma.sql`
  SELECT g."id", g."slug", g."titles", g."summaries", g."certificateMonths" AS "months",
    g."certificateTemplateId" AS "templateId",
    (SELECT coalesce(json_agg(${courseColumn(userId)} ORDER BY pc."position"), '[]')
      FROM "ProgrammeCourse" pc JOIN "Course" o ON o."id" = pc."courseId"
      WHERE pc."programmeId" = g."id" AND o."state" = 'published') AS "courses"
  FROM "Programme" g WHERE g."id" = ${programmeId}::uuid`;

/**
 * Reads what a certificate for this person would say. A programme is its published courses, in order. Undefined where
 * there is no such course or programme, or learners never saw it.
 */
export async function unsafeLoadAward(
  tx: Tx,
  { userId, for: subject }: { userId: string; for: CertificateFor },
): Promise<Award | undefined> {
  const isCourse = "courseId" in subject;
  const rows = await tx.$queryRaw<unknown[]>(
    isCourse ? courseRow(userId, subject.courseId) : programmeRow(userId, subject.programmeId),
  );
  if (rows[0] === undefined) return undefined;
  const { id, slug, months, templateId, courses, ...own } = subjectSchema.parse(rows[0]);
  const [first] = courses;
  if (!first) return undefined;
  const titles = own.titles ?? first.titles;
  const summaries = own.summaries ?? first.summaries;
  const finished = courses.flatMap(({ completedAt }) => (completedAt ? [completedAt] : []));
  const teaching = new Map(courses.flatMap(({ instructors }) => instructors.map(({ id: key, names }) => [key, names])));
  return {
    achievement: {
      kind: isCourse ? "course" : "programme",
      ...{ id, slug, titles, summaries },
      courses: isCourse ? [] : courses.map((course) => course.titles),
    },
    courseIds: courses.map((course) => course.id),
    minutes: courses.reduce((sum, { minutes }) => sum + minutes, 0),
    instructors: [...teaching.values()],
    finishedAt: finished.length === courses.length ? new Date(Math.max(...finished.map(Number))) : null,
    ...{ months, templateId },
  };
}
