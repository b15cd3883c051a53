import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import { digestMail } from "./digest-mail.ts";
import { sendDigestJob } from "./notice-jobs.ts";
import { wordNotice } from "./write-words.server.ts";

/** As many are told in one letter; the rest stand in her list. */
const MOST = 50;

/**
 * Mails to a person what waits for her digest, in one letter in her language, and lets it wait no more. Run twice it
 * tells nothing twice; to somebody suspended, or who turned her digest off, nothing goes out.
 */
export async function sendDigest(
  { db, kinds }: { db: Db; kinds: readonly MailKind[] },
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const waiting = await tx.notification.updateManyAndReturn({
      where: { userId, digestDue: true },
      data: { digestDue: false },
      select: { id: true, mail: true, values: true },
    });
    const select = {
      email: true,
      locale: true,
      suspendedAt: true,
      noticeTimes: { select: { digestOff: true } },
    } as const;
    const person = await tx.user.findUnique({ where: { id: userId }, select });
    if (!person || person.suspendedAt || person.noticeTimes?.digestOff) return;
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    const newest = waiting.sort((a, b) => b.id.localeCompare(a.id)).slice(0, MOST);
    const items = newest.flatMap((told) => wordNotice(kinds, told, locale) ?? []);
    if (items.length === 0) return;
    await addMail(tx, digestMail, { to: person.email, locale, values: { items, at: now.toISOString() }, userId });
  });
}

/** Makes what does the job of digests; `kinds` are the letters whose words they are made of. */
export function digestHandler(kinds: readonly MailKind[]): JobHandler {
  return jobHandler(sendDigestJob, ({ db, clock }, { userId }) =>
    sendDigest({ db, kinds }, { userId, now: clock.now() }),
  );
}
