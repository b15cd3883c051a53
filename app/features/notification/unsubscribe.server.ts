import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { readUnsubscribeToken } from "#app/platform/mail/unsubscribe-token.server.ts";
import { noticeKinds } from "./notice-kinds.ts";

/** What a mail's link stops, for the page that asks. Throws 404 for a link that was not made here. */
export function readStopping(token: string) {
  const read = readUnsubscribeToken(token);
  if (!read) throw notFound();
  return read;
}

/**
 * Stops the mails of the kind that a link is of, for whose mail it came in: the link is the proof. What she is told of
 * stands in her list as before. Again it changes nothing; for an account that is gone it is a success too.
 */
export async function unsubscribe(db: Db, { token }: { token: string }): Promise<void> {
  const { userId, scope } = readStopping(token);
  if ((await db.user.count({ where: { id: userId } })) === 0) return;
  if (scope === "digest") {
    await db.noticeTimes.upsert({
      where: { userId },
      create: { userId, digestOff: true },
      update: { digestOff: true },
    });
    return;
  }
  const { shown } = noticeKinds[scope];
  await db.noticePreference.upsert({
    where: { userId_kind: { userId, kind: scope } },
    create: { userId, kind: scope, shown, mail: "never" },
    update: { mail: "never" },
  });
}
