import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import { pathOf, wordNotice } from "./write-words.server.ts";

type Ctx = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;

/** The count in the header is remembered with her session. */
async function tellHeader(db: DbOrTx, userId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify('person_changed', ${userId})`;
}

/** Notes that a notice was read, and says where it leads. Throws 404 for one that is not hers. */
export async function readNotice(
  { db, actor, clock, locale }: Ctx,
  { id }: { id: string },
  kinds: readonly MailKind[],
): Promise<string | undefined> {
  const where = { id, userId: actor.id, shown: true };
  const notice = await db.notification.findFirst({ where, select: { mail: true, values: true } });
  if (!notice) throw notFound();
  const { count } = await db.notification.updateMany({
    where: { ...where, readAt: null },
    data: { readAt: clock.now() },
  });
  if (count > 0) await tellHeader(db, actor.id);
  return pathOf(wordNotice(kinds, notice, locale)?.href);
}

/** Notes that all were read which had come when the page was made; what came since stays new. */
export async function readAllNotices({ db, actor, clock }: Ctx, { until }: { until: Date }): Promise<void> {
  const { count } = await db.notification.updateMany({
    where: { userId: actor.id, shown: true, readAt: null, createdAt: { lte: until } },
    data: { readAt: clock.now() },
  });
  if (count > 0) await tellHeader(db, actor.id);
}
