import { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { windowFor } from "../attempt-window.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import { accommodationSchema } from "../load-sitting.server.ts";
import { paperSchema } from "../paper.ts";
import { revealsFor } from "../reveal.ts";
import { tellGradedJob } from "./notice-jobs.ts";
import { gradedMail } from "./notice-mails.ts";

const rowSchema = z.object({
  points: z.number().nullable(),
  toldPoints: z.number().nullable(),
  rules: paperSchema.shape.rules,
  own: accommodationSchema,
  cohort: accommodationSchema,
  userId: z.string(),
  suspended: z.boolean(),
  course: z.string(),
  lesson: lessonNameSchema.nullable(),
});

/**
 * Tells a learner that her attempt is graded, once for each grade that it comes to. Where she may not see it before the
 * quiz has closed, she is told then; what is not graded whole is not told of.
 */
export const tellGradedHandler = jobHandler(tellGradedJob, async ({ db, clock }, { attemptId }) => {
  const row = await readAttempt(db, attemptId);
  if (!row || row.points === null || row.points === row.toldPoints || row.suspended || !row.lesson) return;
  const now = clock.now();
  const { closesAt } = windowFor(row.rules, row);
  const sees = (at: Date) => {
    const reveals = revealsFor(row.rules, { closesAt, now: at });
    return reveals.has("score") || reveals.has("marks");
  };
  if (!sees(now)) {
    if (closesAt && closesAt > now && sees(closesAt))
      await addJob(db, tellGradedJob, { attemptId }, { key: `graded:${attemptId}`, runAt: closesAt });
    return;
  }
  const { points, toldPoints, userId, course, lesson } = row;
  await inTransaction(db, async (tx) => {
    const told = await tx.attempt.updateMany({
      where: { id: attemptId, state: "submitted", points, OR: [{ toldPoints: null }, { toldPoints: { not: points } }] },
      data: { toldPoints: points },
    });
    if (told.count === 0) return;
    const values = { course, lesson: lesson.slug, attemptId, titles: lesson.titles, again: toldPoints !== null };
    // A grade that changes back is told again.
    await notify(tx, { kind: gradedMail, userId, values, key: `graded:${attemptId}:${now.toISOString()}`, now });
  });
});

async function readAttempt(db: Db, attemptId: string) {
  const accommodation = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT json_build_object('extraMinutes', m."extraMinutes", 'opensAt', m."opensAt", 'closesAt', m."closesAt")
      FROM "QuizAccommodation" m WHERE m."lessonId" = a."lessonId" AND ${whose})`;
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT a."points", a."toldPoints", a."paper" -> 'rules' AS "rules", e."userId",
      u."suspendedAt" IS NOT NULL AS "suspended", c."slug" AS "course",
      ${accommodation(Prisma.sql`m."enrolmentId" = a."enrolmentId"`)} AS "own",
      ${accommodation(Prisma.sql`m."cohortId" = e."cohortId"`)} AS "cohort",
      ${lessonName(Prisma.sql`a."lessonId"`)} AS "lesson"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" JOIN "Course" c ON c."id" = e."courseId"
    JOIN "User" u ON u."id" = e."userId"
    WHERE a."id" = ${attemptId}::uuid AND a."state" = 'submitted'`,
  );
  return row === undefined ? undefined : rowSchema.parse(row);
}
