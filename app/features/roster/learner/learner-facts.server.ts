import { z } from "zod";
import { lessonName, lessonNameSchema } from "#app/features/quiz/lesson-name.server.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { AttemptState, CompletionCause, SubmittedBy } from "#app/platform/db/generated/enums.ts";

const moment = z.coerce.date();

const attemptSchema = z.object({
  id: z.uuid(),
  lessonId: z.uuid(),
  number: z.number(),
  state: z.enum(AttemptState),
  startedAt: moment,
  submittedAt: moment.nullable(),
  submittedBy: z.enum(SubmittedBy).nullable(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  passed: z.boolean().nullable(),
  voidedAt: moment.nullable(),
  voidReason: z.string().nullable(),
});

const factsSchema = z.object({
  completions: z.array(z.object({ lessonId: z.uuid(), cause: z.enum(CompletionCause), completedAt: moment })),
  /** Share of each lecture's length that was played, from 0 to 1, and what it asks for. */
  watched: z.array(z.object({ lessonId: z.uuid(), share: z.number(), needed: z.number() })),
  attempts: z.array(attemptSchema),
  standings: z.array(
    z.object({ lessonId: z.uuid(), share: z.number().nullable(), passed: z.boolean(), waiting: z.boolean() }),
  ),
  accommodations: z.array(
    z.object({
      lessonId: z.uuid(),
      extraMinutes: z.number(),
      opensAt: moment.nullable(),
      closesAt: moment.nullable(),
      reason: z.string().nullable(),
      /** Granted to her cohort, not to her alone. */
      ofCohort: z.boolean(),
    }),
  ),
  overrides: z.array(
    z.object({
      lessonId: z.uuid(),
      share: z.number(),
      reason: z.string(),
      by: z.string().nullable(),
      givenAt: moment,
    }),
  ),
  /** Quizzes that are graded without names, of which some answer of anybody waits. */
  nameless: z.array(z.uuid()),
  /** What quizzes that she sat, or was granted something for, are called and where they are. */
  quizzes: z.array(z.object({ lessonId: z.uuid(), lesson: lessonNameSchema.nullable() })),
});

export type LearnerFacts = z.infer<typeof factsSchema>;

const all = (row: Prisma.Sql, from: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(${row}), '[]') FROM ${from})`;

/** All that is kept of what one learner did in a course, in one query. */
export async function readFacts(db: Db, { enrolment }: { enrolment: string }): Promise<LearnerFacts> {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT
      ${all(Prisma.sql`f`, Prisma.sql`(SELECT k."lessonId", k."cause", k."completedAt" FROM "Completion" k WHERE k."enrolmentId" = e."id") f`)} AS "completions",
      ${all(Prisma.sql`w`, watched)} AS "watched",
      ${all(Prisma.sql`a ORDER BY a."number"`, attempts)} AS "attempts",
      ${all(Prisma.sql`s`, Prisma.sql`"QuizStanding" s WHERE s."enrolmentId" = e."id"`)} AS "standings",
      ${all(Prisma.sql`m`, accommodations)} AS "accommodations",
      ${all(Prisma.sql`o`, overrides)} AS "overrides",
      ${all(Prisma.sql`n."lessonId"`, nameless)} AS "nameless",
      ${all(Prisma.sql`json_build_object('lessonId', z."lessonId", 'lesson', ${lessonName(Prisma.sql`z."lessonId"`)})`, quizzes)} AS "quizzes"
    FROM "Enrolment" e JOIN "Course" c ON c."id" = e."courseId" WHERE e."id" = ${enrolment}::uuid`,
  );
  return factsSchema.parse(row);
}

/** In the length of her own release's video, or of the current one's where that brought the lecture. */
const watched = Prisma.sql`(
  SELECT DISTINCT ON (l."lessonId") l."lessonId", l."thresholdPercent" / 100.0 AS "needed",
    coalesce(seconds_in(p."watched"), 0)::float8 / l."lengthSeconds" AS "share"
  FROM "ReleaseLecture" l LEFT JOIN "Watching" p ON p."enrolmentId" = e."id" AND p."lessonId" = l."lessonId"
    AND p."lengthSeconds" = l."lengthSeconds"
  WHERE l."releaseId" IN (e."releaseId", c."currentReleaseId") AND l."lengthSeconds" > 0
  ORDER BY l."lessonId", l."releaseId" = e."releaseId" DESC) w`;

const attempts = Prisma.sql`(
  SELECT t."id", t."lessonId", t."number", t."state", t."startedAt", t."submittedAt", t."submittedBy", t."points",
    t."maxPoints", t."passed", t."voidedAt", t."voidReason"
  FROM "Attempt" t WHERE t."enrolmentId" = e."id") a`;

const accommodations = Prisma.sql`(
  SELECT g."lessonId", g."extraMinutes", g."opensAt", g."closesAt", g."reason", g."cohortId" IS NOT NULL AS "ofCohort"
  FROM "QuizAccommodation" g WHERE g."enrolmentId" = e."id" OR g."cohortId" = e."cohortId") m`;

const overrides = Prisma.sql`(
  SELECT v."lessonId", v."share", v."reason", v."givenAt", (SELECT u."name" FROM "User" u WHERE u."id" = v."givenById") AS "by"
  FROM "GradeOverride" v WHERE v."enrolmentId" = e."id") o`;

const nameless = Prisma.sql`(
  SELECT DISTINCT q."lessonId" FROM "ReleaseQuiz" q JOIN "Release" r ON r."id" = q."releaseId"
  WHERE r."courseId" = e."courseId" AND (q."rules" ->> 'blindGrading')::boolean AND EXISTS (
    SELECT 1 FROM "Attempt" t JOIN "SlotGrade" g ON g."attemptId" = t."id" AND g."points" IS NULL AND NOT g."dropped"
    WHERE t."lessonId" = q."lessonId" AND t."state" = 'submitted')) n`;

const quizzes = Prisma.sql`(
  SELECT t."lessonId" FROM "Attempt" t WHERE t."enrolmentId" = e."id"
  UNION SELECT g."lessonId" FROM "QuizAccommodation" g WHERE g."enrolmentId" = e."id" OR g."cohortId" = e."cohortId"
  UNION SELECT v."lessonId" FROM "GradeOverride" v WHERE v."enrolmentId" = e."id") z`;
