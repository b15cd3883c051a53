import { z } from "zod";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { QueueChoice } from "./grading-schema.ts";

/** Whether a quiz has been sat anywhere without names for those who grade: then it stays so. */
export const blindQuizzes = (courseId: string) => Prisma.sql`
  SELECT q."lessonId", bool_or((q."rules" ->> 'blindGrading')::boolean) AS "blind"
  FROM "ReleaseQuiz" q JOIN "Release" r ON r."id" = q."releaseId"
  WHERE r."courseId" = ${courseId}::uuid GROUP BY q."lessonId"`;

/**
 * The order of the queue: oldest first. Of a quiz that is graded blind only the day counts, and within it an order of
 * which nothing can be told.
 */
export const queueKey = {
  moment: Prisma.sql`CASE WHEN b."blind" THEN date_trunc('day', a."submittedAt", 'UTC') ELSE a."submittedAt" END`,
  within: Prisma.sql`CASE WHEN b."blind" THEN md5(a."id" || ':' || g."slot")
    ELSE a."id" || ':' || lpad(g."slot"::text, 5, '0') END`,
};

const cursorSchema = z.tuple([z.coerce.date(), z.string().max(60)]);

export const writeCursor = ({ moment, within }: { moment: Date; within: string }) =>
  `${moment.toISOString()}_${within}`;

function behind(after: string | undefined): Prisma.Sql {
  const cursor = cursorSchema.safeParse(after?.split("_"));
  if (!cursor.success) return Prisma.empty;
  return Prisma.sql`AND (${queueKey.moment}, ${queueKey.within} COLLATE "C") > (${cursor.data[0]}::timestamptz, ${cursor.data[1]})`;
}

/** Rows `g` (grade), `a` (attempt), `e` (enrolment), `v`, `q` (question) and `b` (blind) of what is asked for. */
export function queueRows({ courseId, choice }: { courseId: string; choice: QueueChoice }): Prisma.Sql {
  const { state, quiz, question, attempt, after } = choice;
  const which =
    state === "waiting"
      ? Prisma.sql`g."points" IS NULL AND NOT g."dropped"`
      : Prisma.sql`g."gradedById" IS NOT NULL AND g."points" IS NOT NULL`;
  const only = (sql: Prisma.Sql, value: string | undefined) =>
    value ? Prisma.sql`AND ${sql} = ${value}::uuid` : Prisma.empty;
  return Prisma.sql`
    FROM "SlotGrade" g JOIN "Attempt" a ON a."id" = g."attemptId" AND a."state" = 'submitted'
    JOIN "Enrolment" e ON e."id" = a."enrolmentId" AND e."courseId" = ${courseId}::uuid
    JOIN "QuestionVersion" v ON v."id" = g."versionId" JOIN "Question" q ON q."id" = v."questionId"
    LEFT JOIN (${blindQuizzes(courseId)}) b ON b."lessonId" = a."lessonId"
    WHERE ${which} ${only(Prisma.sql`a."lessonId"`, quiz)} ${only(Prisma.sql`q."id"`, question)}
      ${only(Prisma.sql`a."id"`, attempt)} ${behind(after)}`;
}

export const inOrder = Prisma.sql`ORDER BY ${queueKey.moment}, ${queueKey.within} COLLATE "C"`;
