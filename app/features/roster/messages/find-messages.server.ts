import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openRoster } from "../open-roster.server.ts";
import { authorName } from "./message-author.ts";
import { decodeCursor, encodeCursor, type MessageCursor } from "./message-cursor.ts";
import { messageColumns, messageShape } from "./message-rows.server.ts";

const PAGE = 25;

/**
 * What was written to the learners of a course, the newest first, a page at a time, and how far the mails are. `after`
 * is the `next` of the page before. Throws 404 where the actor holds no role in the course.
 */
export async function findMessages(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  { course: slug, after, limit = PAGE }: { course: string; after?: string | undefined; limit?: number },
) {
  const course = await openRoster({ db, actor }, { course: slug });
  const rows = await queryRows(db, messagesStatement({ courseId: course.id, cursor: decodeCursor(after), limit }));
  const found = z.array(z.object(messageShape)).parse(rows);
  const messages = found.slice(0, limit).map(({ author, ...message }) => ({
    ...message,
    author: authorName(author, locale),
  }));
  return { course, messages, next: found.length > limit ? encodeCursor(messages.at(-1)) : undefined };
}

type Asked = { courseId: string; cursor: MessageCursor | undefined; limit: number };

function messagesStatement({ courseId, cursor, limit }: Asked): Prisma.Sql {
  const from = cursor
    ? Prisma.sql`AND (m."createdAt", m."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT ${messageColumns} FROM "CourseMessage" m WHERE m."courseId" = ${courseId}::uuid ${from}
    ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${limit + 1}`;
}

export type MessageInList = Awaited<ReturnType<typeof findMessages>>["messages"][number];
