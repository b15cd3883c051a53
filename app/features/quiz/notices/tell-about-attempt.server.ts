import { randomUUID } from "node:crypto";
import { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import { queryRows, type Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { lessonName, lessonNameSchema } from "../lesson-name.server.ts";
import type { attemptVoidedMail } from "./notice-mails.ts";

const rowSchema = z.object({
  userId: z.string(),
  number: z.number(),
  course: z.string(),
  lesson: lessonNameSchema.nullable(),
});

/** Tells the learner of an attempt what was done with it and why. */
export async function tellAboutAttempt(
  tx: Tx,
  kind: typeof attemptVoidedMail,
  { attemptId, reason }: { attemptId: string; reason: string },
): Promise<void> {
  const [row] = await queryRows(
    tx,
    Prisma.sql`
    SELECT e."userId", a."number", c."slug" AS "course",
      ${lessonName(Prisma.sql`a."lessonId"`)} AS "lesson"
    FROM "Attempt" a JOIN "Enrolment" e ON e."id" = a."enrolmentId" JOIN "Course" c ON c."id" = e."courseId"
    WHERE a."id" = ${attemptId}::uuid`,
  );
  const { userId, number, course, lesson } = rowSchema.parse(row);
  if (!lesson) return;
  const values = { course, lesson: lesson.slug, titles: lesson.titles, number, reason };
  await notify(tx, { kind, userId, values, key: randomUUID() });
}
