import { notify } from "#app/features/notification/notify.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { spendEmailLink } from "./email-link.server.ts";
import { welcomeMail } from "./mail/account-mails.ts";

/** Takes a mailed link as proof of the address it went to. Throws `linkSpent` when it works no more. */
export async function verifyEmail({ db, clock }: UseCaseContext, { token }: { token: string }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { userId, email } = await spendEmailLink(tx, { token, purpose: "verifyEmail", now: clock.now() });
    const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { emailVerified: true } });
    if (count === 0) throw refuse("linkSpent");
    await notify(tx, { kind: welcomeMail, userId, values: {}, key: "welcome", now: clock.now() });
  });
}
