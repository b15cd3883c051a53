import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { accountNoticeMail } from "./mail/account-mails.ts";

/** Whoever signs in while the deletion of her account waits keeps it; she is told by mail. */
export async function cancelErasure(db: Db, { userId, now }: { userId: string; now: Date }): Promise<void> {
  const where = { userId, cancelledAt: null, erasedAt: null };
  if ((await db.erasure.count({ where })) === 0) return;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.erasure.updateMany({ where, data: { cancelledAt: now } });
    if (count === 0) return;
    const select = { email: true, locale: true } as const;
    const { email, locale } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select });
    const values = { what: "erasureCancelled" as const };
    await addMail(tx, accountNoticeMail, { to: email, locale: isLocale(locale) ? locale : defaultLocale, values });
  });
}
