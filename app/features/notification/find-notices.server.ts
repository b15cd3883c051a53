import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import { pathOf, wordNotice } from "./write-words.server.ts";

const PAGE = 20;

/** What a person was told, newest first, in the language of the page. Three queries at most. */
export async function findNotices(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  { cursor: text, unread }: { cursor: string | undefined; unread: boolean },
  kinds: readonly MailKind[],
) {
  const cursor = decodeCursor(text);
  const back = cursor?.direction === "before";
  const own = { userId: actor.id, shown: true };
  const side = back ? "gt" : "lt";
  const order = back ? "asc" : "desc";
  const found = await db.notification.findMany({
    where: {
      ...own,
      ...(unread ? { readAt: null } : {}),
      ...(cursor
        ? { OR: [{ createdAt: { [side]: cursor.at } }, { createdAt: cursor.at, id: { [side]: cursor.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: order }, { id: order }],
    take: PAGE + 1,
    select: { id: true, kind: true, mail: true, values: true, createdAt: true, readAt: true },
  });
  const { rows, next, previous } = turnPage(found, { cursor, size: PAGE, timeOf: ({ createdAt }) => createdAt });
  const unreadCount = await db.notification.count({ where: { ...own, readAt: null } });
  const notices = rows.map(({ id, kind, createdAt, readAt, ...told }) => {
    const words = wordNotice(kinds, told, locale);
    return {
      id,
      kind,
      at: createdAt,
      read: readAt !== null,
      title: words?.title,
      text: words?.text,
      path: pathOf(words?.href),
    };
  });
  return { notices, next, previous, unread: unreadCount };
}
