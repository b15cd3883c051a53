import { z } from "zod";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { makeEmailLink } from "./email-link.server.ts";
import { resetPasswordMail, verifyEmailMail } from "./mail/account-mails.ts";
import { mailByAddress, mailByEmail } from "./rate-rules.ts";

const sendLink = {
  name: "send-account-link",
  payload: z.object({ purpose: z.enum(["verifyEmail", "resetPassword"]), email: z.email(), locale: localeSchema }),
};

type Asked = z.infer<typeof sendLink.payload>;

/**
 * Has a link mailed to an address, if it has an account that needs one. Whether it has is looked up by a job:
 * the caller learns it neither from the answer nor from the time it took. Throws `tooMany`.
 */
export async function askForLink(
  { db, locale }: UseCaseContext,
  { purpose, email, address }: { purpose: Asked["purpose"]; email: string; address: string },
): Promise<void> {
  await countTry({ db, rule: mailByAddress, key: callerOf(address) });
  await countTry({ db, rule: mailByEmail, key: email });
  await addJob(db, sendLink, { purpose, email, locale });
}

async function send({ db, now, asked }: { db: Db; now: Date; asked: Asked }): Promise<void> {
  const { purpose, email } = asked;
  await inTransaction(db, async (tx) => {
    const select = { id: true, locale: true, emailVerified: true, suspendedAt: true };
    const person = await tx.user.findUnique({ where: { email }, select });
    if (!person || person.suspendedAt) return;
    if (purpose === "verifyEmail" && person.emailVerified) return;
    const values = await makeEmailLink(tx, { userId: person.id, purpose, email, now });
    const kind = purpose === "verifyEmail" ? verifyEmailMail : resetPasswordMail;
    await addMail(tx, kind, { to: email, locale: isLocale(person.locale) ? person.locale : asked.locale, values });
  });
}

/** What does the job that `askForLink` adds. A repeated run replaces the earlier link. */
export const linkHandler: JobHandler = jobHandler(sendLink, ({ db, clock }, asked) =>
  send({ db, now: clock.now(), asked }),
);
