import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CompletionCause, EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const lessonSchema = z.object({
  id: z.uuid(),
  titles: translatedSchema.nullable().transform((titles) => titles ?? {}),
  cause: z.enum(CompletionCause),
  completedAt: z.coerce.date(),
  /** Of a quiz: hundredths of a percent, null while nothing is graded. */
  share: z.number().nullable(),
  passed: z.boolean().nullable(),
});

const evidenceSchema = z.object({
  requestId: z.uuid(),
  slug: z.string(),
  titles: translatedSchema,
  /** Null in all five where she never enrolled. */
  state: z.enum(EnrolmentState).nullable(),
  enrolledAt: z.date().nullable(),
  completedAt: z.date().nullable(),
  completedRequired: z.number().nullable(),
  required: z.number().nullable(),
  cohort: translatedSchema.nullable(),
  lessons: z.array(lessonSchema),
});

/** What somebody did in one course: her place in it, and what she completed, in the order in which she did. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** The titles of a lesson as the last release says them that has it. */
const lessonTitles = Prisma.sql`(
  SELECT json_object_agg(t."locale", t."title") FROM "ReleaseLessonText" t
  WHERE t."lessonId" = m."lessonId" AND t."releaseId" = (
    SELECT l."releaseId" FROM "ReleaseLesson" l JOIN "Release" s ON s."id" = l."releaseId"
    WHERE l."lessonId" = m."lessonId" ORDER BY s."number" DESC LIMIT 1))`;

/**
 * What speaks for requests, by their ids: the course that one is for, or the courses of its programme in order. One
 * query for all.
 */
export async function findEvidence(
  db: DbOrTx,
  { requestIds }: { requestIds: readonly string[] },
): Promise<Map<string, Evidence[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await queryRows(
    db,
    Prisma.sql`
    WITH "asked" AS (
      SELECT r."id", r."userId", r."courseId", 0 AS "position" FROM "CertificateRequest" r
      WHERE r."id" = ANY (${[...requestIds]}::uuid[]) AND r."courseId" IS NOT NULL
      UNION ALL
      SELECT r."id", r."userId", c."courseId", c."position" FROM "CertificateRequest" r
      JOIN "ProgrammeCourse" c ON c."programmeId" = r."programmeId" WHERE r."id" = ANY (${[...requestIds]}::uuid[])
    )
    SELECT a."id"::text AS "requestId", k."slug",
      (SELECT coalesce(jsonb_object_agg(t."locale", t."title"), '{}') FROM "CourseText" t WHERE t."courseId" = k."id")
        AS "titles",
      e."state", e."enrolledAt", e."completedAt", e."completedRequired", e."required", h."names" AS "cohort",
      (SELECT coalesce(json_agg(json_build_object('id', m."lessonId", 'titles', ${lessonTitles}, 'cause', m."cause",
          'completedAt', m."completedAt", 'share', q."share", 'passed', q."passed") ORDER BY m."completedAt"), '[]')
        FROM "Completion" m LEFT JOIN "QuizStanding" q
          ON q."enrolmentId" = m."enrolmentId" AND q."lessonId" = m."lessonId"
        WHERE m."enrolmentId" = e."id") AS "lessons"
    FROM "asked" a JOIN "Course" k ON k."id" = a."courseId"
      LEFT JOIN "Enrolment" e ON e."userId" = a."userId" AND e."courseId" = a."courseId"
      LEFT JOIN "Cohort" h ON h."id" = e."cohortId"
    ORDER BY a."id", a."position"`,
  );
  const found = new Map<string, Evidence[]>();
  for (const one of z.array(evidenceSchema).parse(rows))
    found.set(one.requestId, [...(found.get(one.requestId) ?? []), one]);
  return found;
}
