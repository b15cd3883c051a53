import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import { findGradedCourse, type GradedCourse } from "./find-graded-course.server.ts";
import type { QueueChoice } from "./grading-schema.ts";
import { inOrder, queueKey, queueRows, writeCursor } from "./waiting-rows.server.ts";

const PAGE = 50;

const entrySchema = z.object({
  attemptId: z.uuid(),
  slot: z.number(),
  lessonId: z.uuid(),
  questionId: z.uuid(),
  question: z.string(),
  type: z.string(),
  blind: z.boolean(),
  /** Null where it is graded blind. */
  learner: z.string().nullable(),
  number: z.number(),
  /** Of a blind one only the day is told. */
  moment: z.coerce.date(),
  within: z.string(),
  points: z.number().nullable(),
  maxPoints: z.number(),
  grader: z.string().nullable(),
});

const countSchema = z.object({
  lessonId: z.uuid(),
  lesson: lessonNameSchema.nullable(),
  questionId: z.uuid(),
  question: z.string(),
  waiting: z.number(),
  graded: z.number(),
});

export type QueueEntry = Omit<z.infer<typeof entrySchema>, "within">;
export type QueueCount = z.infer<typeof countSchema>;

type Context = Pick<PersonContext, "db" | "actor">;

/**
 * Answers of a course that wait for a person, or that a person has graded, oldest first, a page at a time, with how
 * many there are of each question of each quiz. Throws 404 where the actor does not teach the course.
 */
export async function findGradingQueue(
  ctx: Context,
  { course: slug, choice, limit = PAGE }: { course: string; choice: QueueChoice; limit?: number },
): Promise<{ course: GradedCourse; entries: QueueEntry[]; next: string | undefined; counts: QueueCount[] }> {
  const course = await findGradedCourse(ctx, { course: slug });
  const { courseId } = course;
  const [rows, counts] = await Promise.all([
    readEntries(ctx, { courseId, choice, limit: limit + 1 }),
    readCounts(ctx, courseId),
  ]);
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  const next = last && rows.length > limit ? writeCursor(last) : undefined;
  return { course, entries: entries.map(({ within: _, ...entry }) => entry), next, counts };
}

/** The answer that stands next in the queue behind `after`, or else its first; never the one that is named. */
export async function findNextAnswer(
  ctx: Context,
  { course: slug, choice, not }: { course: string; choice: QueueChoice; not?: { attempt: string; slot: number } },
): Promise<{ attemptId: string; slot: number } | undefined> {
  const { courseId } = await findGradedCourse(ctx, { course: slug });
  const isOther = (row: QueueEntry) => row.attemptId !== not?.attempt || row.slot !== not.slot;
  const behind = (await readEntries(ctx, { courseId, choice, limit: 2 })).find(isOther);
  if (behind) return behind;
  const fromStart = { ...choice, after: undefined };
  return (await readEntries(ctx, { courseId, choice: fromStart, limit: 2 })).find(isOther);
}

async function readEntries(
  { db }: Context,
  { courseId, choice, limit }: { courseId: string; choice: QueueChoice; limit: number },
) {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT g."attemptId", g."slot", a."lessonId", q."id" AS "questionId", q."name" AS "question", q."type",
      coalesce(b."blind", false) AS "blind", CASE WHEN b."blind" THEN NULL ELSE (
        SELECT u."name" FROM "User" u WHERE u."id" = e."userId") END AS "learner",
      CASE WHEN b."blind" THEN 0 ELSE a."number" END AS "number",
      ${queueKey.moment} AS "moment", ${queueKey.within} AS "within", g."points", g."maxPoints",
      (SELECT u."name" FROM "User" u WHERE u."id" = g."gradedById") AS "grader"
    ${queueRows({ courseId, choice })} ${inOrder} LIMIT ${limit}`,
  );
  return entrySchema.array().parse(rows);
}

/** Of what waits or was graded by a person, which two indexes of their own know. */
async function readCounts({ db }: Context, courseId: string): Promise<QueueCount[]> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT n.*, ${lessonName(Prisma.sql`n."lessonId"`)} AS "lesson" FROM (
      SELECT a."lessonId", q."id" AS "questionId", q."name" AS "question",
        count(*) FILTER (WHERE g."points" IS NULL)::int AS "waiting",
        count(*) FILTER (WHERE g."points" IS NOT NULL)::int AS "graded"
      FROM "SlotGrade" g JOIN "Attempt" a ON a."id" = g."attemptId" AND a."state" = 'submitted'
      JOIN "Enrolment" e ON e."id" = a."enrolmentId" AND e."courseId" = ${courseId}::uuid
      JOIN "QuestionVersion" v ON v."id" = g."versionId" JOIN "Question" q ON q."id" = v."questionId"
      WHERE (g."points" IS NULL AND NOT g."dropped") OR g."gradedById" IS NOT NULL
      GROUP BY a."lessonId", q."id", q."name") n
    ORDER BY n."waiting" DESC, n."question", n."questionId"`,
  );
  return countSchema.array().parse(rows);
}
