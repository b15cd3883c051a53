import type { Db, DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { readUnsubscribeToken } from "#app/platform/mail/unsubscribe-token.server.ts";
import { noticeKinds } from "./notice-kinds.ts";

/** What a mail's link stops. Throws 404 for a link that was not made here. */
export function readStopping(token: string) {
  const read = readUnsubscribeToken(token);
  if (!read) throw notFound();
  return read;
}

/** The same for the page that asks, and whether it is stopped already. One query. Throws 404 as `readStopping` does. */
export async function findStopping(db: DbOrTx, { token }: { token: string }) {
  const { userId, scope } = readStopping(token);
  if (scope === "digest") {
    const times = await db.noticeTimes.findUnique({ where: { userId }, select: { digestOff: true } });
    return { scope, stopped: times?.digestOff ?? false };
  }
  const where = { userId_kind: { userId, kind: scope } };
  const chosen = await db.noticePreference.findUnique({ where, select: { mail: true } });
  return { scope, stopped: (chosen ?? noticeKinds[scope]).mail === "never" };
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

/**
 * Takes back what a link stopped, for who pressed in error: mails of its kind come again as they usually do. Where none
 * were stopped it changes nothing.
 */
export async function resubscribe(db: Db, { token }: { token: string }): Promise<void> {
  const { userId, scope } = readStopping(token);
  if (scope === "digest") {
    await db.noticeTimes.updateMany({ where: { userId, digestOff: true }, data: { digestOff: false } });
    return;
  }
  const { mail } = noticeKinds[scope];
  await db.noticePreference.updateMany({ where: { userId, kind: scope, mail: "never" }, data: { mail } });
}
