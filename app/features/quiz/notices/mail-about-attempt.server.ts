import { z } from "zod";
import { queryRows, type Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import type { attemptVoidedMail } from "./notice-mails.ts";

const rowSchema = z.object({
  email: z.string(),
  locale: z.string().nullable(),
  suspended: z.boolean(),
  number: z.number(),
  course: z.string(),
  lesson: lessonNameSchema.nullable(),
});

/** Mails the learner of an attempt, in her language, what was done with it and why. */
export async function mailAboutAttempt(
  tx: Tx,
  mail: typeof attemptVoidedMail,
  { attemptId, reason }: { attemptId: string; reason: string },
): Promise<void> {
  const [row] = await queryRows(
    tx,
    Prisma.sql`
    SELECT u."email", u."locale", u."suspendedAt" IS NOT NULL AS "suspended", a."number", c."slug" AS "course",
      ${lessonName(Prisma.sql`a."lessonId"`)} AS "lesson"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" JOIN "Course" c ON c."id" = e."courseId"
    JOIN "User" u ON u."id" = e."userId" WHERE a."id" = ${attemptId}::uuid`,
  );
  const { email, locale, suspended, number, course, lesson } = rowSchema.parse(row);
  if (suspended || !lesson) return;
  const values = { course, lesson: lesson.slug, titles: lesson.titles, number, reason };
  await addMail(tx, mail, { to: email, locale: isLocale(locale) ? locale : defaultLocale, values });
}
