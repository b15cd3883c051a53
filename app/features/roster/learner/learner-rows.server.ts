import { z } from "zod";
import {
  courseColumns,
  enrolledCourseSchema,
  enrolmentColumn,
} from "#app/features/progress/learner-course-rows.server.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { InstructorRole } from "#app/platform/db/generated/enums.ts";
import { localeSchema, translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const moment = z.coerce.date();

const placeSchema = enrolledCourseSchema.extend({
  deletedAt: moment.nullable(),
  instructors: z.array(z.object({ instructorId: z.uuid(), role: z.enum(InstructorRole) })),
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: localeSchema.nullable().catch(null),
  }),
  place: z.object({
    withdrawnAt: moment.nullable(),
    /** When it was taken back, with its money or for a dispute about it. */
    revokedAt: moment.nullable(),
    lastSeenAt: moment.nullable(),
    /** Number of the release to which she is pinned, and of the one that is current. */
    release: z.number(),
    currentRelease: z.number().nullable(),
  }),
});

export type LearnerPlace = z.infer<typeof placeSchema>;

/** One place in a course with the person who has it; undefined where the course has no such place. */
export async function readPlace(
  db: Db,
  { course, enrolment }: { course: string; enrolment: string },
): Promise<LearnerPlace | undefined> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT ${courseColumns}, ${enrolmentColumn}, c."deletedAt",
      (SELECT coalesce(json_agg(json_build_object('instructorId', i."instructorId", 'role', i."role")), '[]')
        FROM "CourseInstructor" i WHERE i."courseId" = c."id") AS "instructors",
      json_build_object('id', u."id", 'name', u."name", 'email', u."email", 'locale', u."locale") AS "person",
      json_build_object('withdrawnAt', e."withdrawnAt", 'revokedAt', e."revokedAt", 'lastSeenAt', e."lastSeenAt",
        'release', (SELECT r."number" FROM "Release" r WHERE r."id" = e."releaseId"),
        'currentRelease', (SELECT r."number" FROM "Release" r WHERE r."id" = c."currentReleaseId")) AS "place"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId" JOIN "User" u ON u."id" = e."userId"
    WHERE e."id" = ${enrolment}::uuid AND c."slug" = ${course}`,
  );
  return row === undefined ? undefined : placeSchema.parse(row);
}

const actSchema = z.object({
  at: z.date(),
  action: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  lesson: translatedSchema.nullable(),
  number: z.number().nullable(),
});

/** One act upon a learner's place; `lesson` and `number` say of which lesson and attempt it was, where it was of one. */
export type LearnerAct = z.infer<typeof actSchema>;

const MOST_ACTS = 100;

/** What those who teach, and admins, did upon a place, newest first. */
export async function readActs(db: Db, { enrolment }: { enrolment: string }): Promise<LearnerAct[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT a."at", a."action", a."reason", u."name" AS "by", (d."said" ->> 'number')::int AS "number", (
      SELECT json_object_agg(t."locale", t."title") FROM (
        SELECT rl."releaseId", rl."lessonId" FROM "ReleaseLesson" rl JOIN "Release" r ON r."id" = rl."releaseId"
        WHERE rl."lessonId" = (d."said" ->> 'lessonId')::uuid ORDER BY r."number" DESC LIMIT 1) newest
      JOIN "ReleaseLessonText" t ON t."releaseId" = newest."releaseId" AND t."lessonId" = newest."lessonId") AS "lesson"
    FROM "AuditEntry" a LEFT JOIN "User" u ON u."id" = a."actorId"
    CROSS JOIN LATERAL (SELECT coalesce(a."before", '{}') || coalesce(a."after", '{}') AS "said") d
    WHERE a."subjectType" = 'enrolment' AND a."subjectId" = ${enrolment}
    ORDER BY a."at" DESC, a."id" DESC LIMIT ${MOST_ACTS}`,
  );
  return actSchema.array().parse(rows);
}
