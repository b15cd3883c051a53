import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { spendEmailLink } from "./email-link.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { storePassword } from "./store-password.server.ts";
import { tellOfAccount } from "./tell-of-account.server.ts";

/**
 * Sets a new password by a mailed link, signs out every device, and drops links that are still out. The link also
 * proves the address. Throws `linkSpent` when it works no more.
 */
export async function resetPassword(
  ctx: UseCaseContext,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const hash = await hashPassword(password);
  await inTransaction(ctx.db, async (tx) => {
    const { userId, email } = await spendEmailLink(tx, { token, purpose: "resetPassword", now: ctx.clock.now() });
    const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { emailVerified: true } });
    if (count === 0) throw refuse("linkSpent");
    await storePassword(tx, { userId, hash });
    await tx.session.deleteMany({ where: { userId } });
    await tx.emailLink.deleteMany({ where: { userId } });
    await tellOfAccount(tx, { userId, what: "passwordChanged", locale: ctx.locale });
  });
}
