import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openRoster } from "../open-roster.server.ts";
import { authorName } from "./message-author.ts";
import { messageColumns, messageShape } from "./message-rows.server.ts";

const MOST_NAMED = 100;

const schema = z.object({
  ...messageShape,
  body: z.string(),
  unreached: z.array(z.object({ enrolmentId: z.uuid(), name: z.string() })),
});

/**
 * One message to learners of a course, with the names of those whose mails could not be sent, a hundred at most. Throws
 * 404 where the actor holds no role in the course, and where it has no such message.
 */
export async function findMessage(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  { course: slug, message: id }: { course: string; message: string },
) {
  const course = await openRoster({ db, actor }, { course: slug });
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT ${messageColumns}, m."body", (
      SELECT coalesce(json_agg(few), '[]') FROM (SELECT e."id" AS "enrolmentId", u."name" FROM "CourseMessageRecipient" r JOIN "Enrolment" e ON e."id" = r."enrolmentId"
      JOIN "User" u ON u."id" = e."userId"
      WHERE r."messageId" = m."id" AND r."sentAt" IS NULL AND r."failedAt" IS NOT NULL
      ORDER BY u."name" COLLATE "und-x-icu", e."id" LIMIT ${MOST_NAMED}) few) AS "unreached"
    FROM "CourseMessage" m WHERE m."id" = ${id}::uuid AND m."courseId" = ${course.id}::uuid`,
  );
  if (row === undefined) throw notFound();
  const { author, ...message } = schema.parse(row);
  return { course, message: { ...message, author: authorName(author, locale) } };
}
