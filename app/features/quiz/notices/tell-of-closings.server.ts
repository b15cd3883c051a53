import { z } from "zod";
import { findUntold } from "#app/features/notification/find-untold.server.ts";
import { notify } from "#app/features/notification/notify.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import { quizClosingMail } from "./notice-mails.ts";

/** How long before a quiz closes to her a learner is told, in milliseconds. */
const BEFORE_CLOSING = 48 * 3_600_000;
const AT_ONCE = 100;

/** Looks each hour for quizzes that close soon. */
export const tellOfClosingsJob = { name: "tellOfClosings", payload: z.unknown() };

const rowSchema = z.object({
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  userId: z.uuid(),
  closesAt: z.coerce.date(),
  timeZone: z.string().nullable(),
  calendar: z.enum(CalendarChoice),
  digits: z.enum(DigitsChoice),
  course: z.string(),
  courseTitles: translatedSchema.nullable(),
  lesson: lessonNameSchema.nullable(),
});

/**
 * Tells learners of quizzes that close to them within two days and that they have neither passed nor handed in, with
 * the time that they themselves or their cohort were granted. Once for each time: a quiz put off is told of again.
 */
export async function tellOfClosings({ db }: { db: Db }, { now }: { now: Date }): Promise<void> {
  for (let after: Row | undefined; ; ) {
    const rows = await findClosing(db, { now, after });
    const keyed = rows.map((row) => ({ ...row, key: `closing:${row.lessonId}:${row.closesAt.toISOString()}` }));
    const untold = await findUntold(db, keyed);
    await inTransaction(db, async (tx) => {
      for (const { userId, key, ...row } of untold)
        if (row.lesson) {
          const values = valuesOf({ ...row, zone: await readerZone(db, row) }, row.lesson);
          await notify(tx, { kind: quizClosingMail, userId, key, now, values });
        }
    });
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1);
  }
}

type Row = z.infer<typeof rowSchema>;

function valuesOf(row: Omit<Row, "userId"> & { zone: string }, lesson: NonNullable<Row["lesson"]>) {
  const { course, courseTitles, closesAt, calendar, digits, zone: timeZone } = row;
  const formats = { timeZone, calendar, digits };
  const quiz = { course, lesson: lesson.slug, titles: lesson.titles, courseTitles: courseTitles ?? {} };
  return { ...quiz, closesAt: closesAt.toISOString(), formats };
}

async function findClosing(db: Db, { now, after }: { now: Date; after: Row | undefined }): Promise<Row[]> {
  const until = new Date(now.getTime() + BEFORE_CLOSING);
  const granted = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT m."closesAt" FROM "QuizAccommodation" m WHERE m."lessonId" = q."lessonId" AND ${whose})`;
  const from = after
    ? Prisma.sql`AND (e."id", q."lessonId") > (${after.enrolmentId}::uuid, ${after.lessonId}::uuid)`
    : Prisma.empty;
  // The quizzes that may close so soon to anybody are few, and found first.
  const rows = await db.$queryRaw`
    SELECT e."id" AS "enrolmentId", q."lessonId", e."userId", x."closesAt", u."timeZone", u."calendar"::text,
      u."digits"::text, c."slug" AS "course",
      (SELECT json_object_agg(t."locale", t."title") FROM "CourseText" t WHERE t."courseId" = c."id") AS "courseTitles",
      ${lessonName(Prisma.sql`q."lessonId"`)} AS "lesson"
    FROM "ReleaseQuiz" q JOIN "Release" r ON r."id" = q."releaseId" JOIN "Course" c ON c."id" = r."courseId"
    JOIN "Enrolment" e ON e."courseId" = c."id" AND e."releaseId" = q."releaseId" JOIN "User" u ON u."id" = e."userId"
    CROSS JOIN LATERAL (SELECT coalesce(${granted(Prisma.sql`m."enrolmentId" = e."id"`)},
      ${granted(Prisma.sql`m."cohortId" = e."cohortId"`)}, (q."rules" ->> 'closesAt')::timestamptz) AS "closesAt") x
    WHERE ((q."rules" ->> 'closesAt')::timestamptz BETWEEN ${now} AND ${until} OR q."lessonId" IN (
        SELECT a."lessonId" FROM "QuizAccommodation" a WHERE a."closesAt" BETWEEN ${now} AND ${until}))
      AND x."closesAt" BETWEEN ${now} AND ${until}
      AND e."state" = 'active' AND e."completedAt" IS NULL AND c."deletedAt" IS NULL AND u."suspendedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."enrolmentId" = e."id" AND a."lessonId" = q."lessonId"
        AND a."state" = 'submitted')
      ${from}
    ORDER BY e."id", q."lessonId" LIMIT ${AT_ONCE}`;
  return rowSchema.array().parse(rows);
}

export const tellOfClosingsHandler = jobHandler(tellOfClosingsJob, ({ db, clock }) =>
  tellOfClosings({ db }, { now: clock.now() }),
);
