import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { authorName } from "./message-author.ts";
import { decodeCursor, encodeCursor } from "./message-cursor.ts";
import { authorSchema } from "./message-rows.server.ts";

const PAGE = 10;
const NEW_MS = 7 * 86_400_000;

const rowSchema = z.object({
  id: z.uuid(),
  subject: z.string(),
  body: z.string(),
  createdAt: z.date(),
  author: authorSchema,
});

/**
 * What those who teach a course wrote to the actor, to her cohort or to all who learn in it, the newest first, a page at
 * a time; `isNew` is what came within the week. Nothing where she has no place in the course. `after` is the `next` of
 * the page before. One query.
 */
export async function findMyMessages(
  { db, actor, locale, clock }: Pick<PersonContext, "db" | "actor" | "locale" | "clock">,
  { course: slug, after }: { course: string; after?: string | undefined },
) {
  const cursor = decodeCursor(after);
  const from = cursor
    ? Prisma.sql`AND (m."createdAt", m."id") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT m."id"::text, m."subject", m."body", m."createdAt",
      (SELECT json_build_object('name', u."name", 'instructor',
        (SELECT json_build_object('names', i."names") FROM "Instructor" i WHERE i."userId" = u."id"))
        FROM "User" u WHERE u."id" = m."authorId") AS "author"
    FROM "Course" c JOIN "Enrolment" e ON e."courseId" = c."id" AND e."userId" = ${actor.id}::uuid AND e."state" = 'active'
      JOIN "CourseMessage" m ON m."courseId" = c."id"
    WHERE c."slug" = ${slug} ${from} AND (m."audience" = 'all' OR m."cohortId" = e."cohortId" OR EXISTS (
      SELECT FROM "CourseMessageRecipient" r WHERE r."messageId" = m."id" AND r."enrolmentId" = e."id"))
    ORDER BY m."createdAt" DESC, m."id" DESC LIMIT ${PAGE + 1}`,
  );
  const found = z.array(rowSchema).parse(rows);
  const newSince = clock.now().getTime() - NEW_MS;
  const messages = found.slice(0, PAGE).map(({ author, ...message }) => ({
    ...message,
    author: authorName(author, locale),
    isNew: message.createdAt.getTime() > newSince,
  }));
  return { messages, next: found.length > PAGE ? encodeCursor(messages.at(-1)) : undefined };
}

export type MyMessages = Awaited<ReturnType<typeof findMyMessages>>;
