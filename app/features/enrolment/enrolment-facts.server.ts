import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseState, EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const moment = z.coerce.date();
const window = { enrolmentOpensAt: moment.nullable(), enrolmentClosesAt: moment.nullable() };
const seats = { seats: z.number().nullable(), seatsTaken: z.number() };

const cohortSchema = z.object({
  id: z.uuid(),
  names: translatedSchema,
  startsAt: moment,
  endsAt: moment,
  ...window,
  ...seats,
});

const factsSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  state: z.enum(CourseState),
  priceAmount: z.number(),
  selfPaced: z.boolean(),
  ...window,
  ...seats,
  enrolment: z
    .object({
      id: z.uuid(),
      state: z.enum(EnrolmentState),
      cohortId: z.uuid().nullable(),
      revokedAt: moment.nullable(),
    })
    .nullable(),
  cohorts: z.array(cohortSchema),
  missingPrerequisites: z.array(z.object({ slug: z.string(), titles: translatedSchema })),
});

/** What decides about enrolling in a course; fits the policy `canEnrol`. */
export type EnrolmentFacts = z.infer<typeof factsSchema>;

/**
 * Reads in one query what decides about a person's enrolling in a course: the course, her own place, the cohorts
 * that have not ended, and the courses she has still to finish first. `userId` is null for a guest. Undefined
 * where there is no such course.
 */
export async function loadEnrolmentFacts(
  db: DbOrTx,
  { course, userId, now }: { course: string; userId: string | null; now: Date },
): Promise<EnrolmentFacts | undefined> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT c."id", c."slug", c."state", c."priceAmount", c."selfPaced",
      c."enrolmentOpensAt", c."enrolmentClosesAt", c."seats", c."seatsTaken",
      (SELECT json_build_object('id', e."id", 'state', e."state", 'cohortId', e."cohortId",
          'revokedAt', e."revokedAt")
        FROM "Enrolment" e WHERE e."courseId" = c."id" AND e."userId" = ${userId}::uuid) AS "enrolment",
      coalesce((SELECT json_agg(json_build_object('id', k."id", 'names', k."names", 'startsAt', k."startsAt",
          'endsAt', k."endsAt", 'enrolmentOpensAt', k."enrolmentOpensAt",
          'enrolmentClosesAt', k."enrolmentClosesAt", 'seats', k."seats", 'seatsTaken', k."seatsTaken")
          ORDER BY k."startsAt", k."id")
        FROM "Cohort" k WHERE k."courseId" = c."id" AND k."endsAt" > ${now}), '[]') AS "cohorts",
      coalesce((SELECT json_agg(json_build_object('slug', r."slug", 'titles',
          (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = r."id"))
          ORDER BY r."slug")
        FROM "Prerequisite" p JOIN "Course" r ON r."id" = p."requiredCourseId"
        WHERE p."courseId" = c."id" AND NOT EXISTS (SELECT 1 FROM "Enrolment" f
          WHERE f."courseId" = r."id" AND f."userId" = ${userId}::uuid AND f."completedAt" IS NOT NULL)),
        '[]') AS "missingPrerequisites"
    FROM "Course" c WHERE c."slug" = ${course}`,
  );
  return rows[0] === undefined ? undefined : factsSchema.parse(rows[0]);
}
