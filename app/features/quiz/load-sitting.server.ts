import { z } from "zod";
import { openLessonSql } from "#app/features/lesson/open-lesson-sql.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CourseState, EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { loadReleasedQuiz, type ReleasedQuiz } from "./load-released-quiz.server.ts";

const moment = z.coerce.date();
/** What one learner or cohort was granted, as JSON has it. */
export const accommodationSchema = z
  .object({ extraMinutes: z.number(), opensAt: moment.nullable(), closesAt: moment.nullable() })
  .nullable();

const sittingSchema = z.object({
  enrolmentId: z.uuid(),
  state: z.enum(EnrolmentState),
  courseState: z.enum(CourseState),
  startsAt: moment.nullable(),
  /** Whether the lesson is open to her: its day, what it asks for first, and her own time in the course. */
  open: z.boolean(),
  releaseId: z.uuid(),
  lessonId: z.uuid(),
  own: accommodationSchema,
  cohort: accommodationSchema,
  /** How many count, and how many were set aside. */
  attempts: z.number(),
  voided: z.number(),
  openAttemptId: z.uuid().nullable(),
  /** A grade that a person gave in place of what she earned, in hundredths of a percent. */
  given: z.object({ share: z.number(), reason: z.string(), givenAt: moment }).nullable(),
});

/** What stands between a learner and a sitting: her place, the quiz as her release has it, and what she sat so far. */
export type Sitting = z.infer<typeof sittingSchema> & ReleasedQuiz;

/**
 * The quiz of a lesson for the enrolment of this person: as the release that she is pinned to has it, or, for a lesson
 * that came later, the current one. Undefined where the enrolment is not hers or the quiz not in it.
 */
export function loadSitting(
  db: Db,
  { userId, enrolmentId, lessonId, now }: { userId: string; enrolmentId: string; lessonId: string; now: Date },
): Promise<Sitting | undefined> {
  return readSitting(db, {
    now,
    lesson: Prisma.sql`SELECT ${lessonId}::uuid AS "id"`,
    whose: Prisma.sql`e."id" = ${enrolmentId}::uuid AND e."userId" = ${userId}::uuid`,
  });
}

/**
 * The same by the lesson's address in the current release, which is where learners find it. Undefined where this
 * person has no enrolment in the course, or it has no quiz there.
 */
export function loadSittingAt(
  db: Db,
  { userId, course, lesson, now }: { userId: string; course: string; lesson: string; now: Date },
): Promise<Sitting | undefined> {
  return readSitting(db, {
    now,
    lesson: Prisma.sql`
      SELECT s."lessonId" AS "id" FROM "ReleaseLesson" s WHERE s."releaseId" = c."currentReleaseId" AND s."slug" = ${lesson}`,
    whose: Prisma.sql`c."slug" = ${course} AND e."userId" = ${userId}::uuid`,
  });
}

const accommodation = (whose: Prisma.Sql) => Prisma.sql`
  (SELECT json_build_object('extraMinutes', a."extraMinutes", 'opensAt', a."opensAt", 'closesAt', a."closesAt")
    FROM "QuizAccommodation" a WHERE a."lessonId" = l."id" AND ${whose})`;

const isOpen = Prisma.raw(
  openLessonSql({
    lesson: "g",
    enrolmentId: 'e."id"',
    startsAt: 'coalesce(k."startsAt", e."enrolledAt")',
    currentReleaseId: 'c."currentReleaseId"',
    now: 'n."at"',
  }),
);

async function readSitting(
  db: Db,
  { lesson, whose, now }: { lesson: Prisma.Sql; whose: Prisma.Sql; now: Date },
): Promise<Sitting | undefined> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT e."id" AS "enrolmentId", l."id" AS "lessonId", q."releaseId", e."state", c."state" AS "courseState",
      k."startsAt",
      (e."accessUntil" IS NULL OR e."accessUntil" > n."at") AND EXISTS (SELECT 1 FROM "ReleaseLesson" g
        WHERE g."lessonId" = l."id" AND g."releaseId" IN (e."releaseId", c."currentReleaseId") AND ${isOpen}) AS "open",
      ${accommodation(Prisma.sql`a."enrolmentId" = e."id"`)} AS "own",
      ${accommodation(Prisma.sql`a."cohortId" = e."cohortId"`)} AS "cohort",
      (SELECT count(*)::int FROM "Attempt" t WHERE t."enrolmentId" = e."id" AND t."lessonId" = l."id"
        AND t."state" <> 'voided') AS "attempts",
      (SELECT count(*)::int FROM "Attempt" t WHERE t."enrolmentId" = e."id" AND t."lessonId" = l."id"
        AND t."state" = 'voided') AS "voided",
      (SELECT t."id" FROM "Attempt" t WHERE t."enrolmentId" = e."id" AND t."lessonId" = l."id"
        AND t."state" = 'open') AS "openAttemptId",
      (SELECT json_build_object('share', o."share", 'reason', o."reason", 'givenAt', o."givenAt")
        FROM "GradeOverride" o WHERE o."enrolmentId" = e."id" AND o."lessonId" = l."id") AS "given"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId"
    LEFT JOIN "Cohort" k ON k."id" = e."cohortId"
    CROSS JOIN (SELECT ${now}::timestamptz AS "at") n
    CROSS JOIN LATERAL (${lesson}) l
    CROSS JOIN LATERAL (
      SELECT r."releaseId" FROM "ReleaseQuiz" r
      WHERE r."lessonId" = l."id" AND r."releaseId" IN (e."releaseId", c."currentReleaseId")
      ORDER BY r."releaseId" = e."releaseId" DESC LIMIT 1) q
    WHERE ${whose} AND c."deletedAt" IS NULL`,
  );
  if (row === undefined) return undefined;
  const sitting = sittingSchema.parse(row);
  const { releaseId, lessonId } = sitting;
  return { ...sitting, ...(await loadReleasedQuiz(db, { releaseId, lessonId })) };
}
