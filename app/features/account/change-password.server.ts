import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { checkPassword } from "./check-password.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { storePassword } from "./store-password.server.ts";
import { tellOfAccount } from "./tell-of-account.server.ts";

/** Changes one's own password and signs out every other device. Throws `wrongPassword`, or `tooMany`. */
export async function changePassword(
  ctx: PersonContext,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  await checkPassword(ctx, currentPassword);
  const hash = await hashPassword(newPassword);
  const { id: userId, sessionId } = ctx.actor;
  await inTransaction(ctx.db, async (tx) => {
    await storePassword(tx, { userId, hash });
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await tx.emailLink.deleteMany({ where: { userId } });
    await tellOfAccount(tx, { userId, what: "passwordChanged", locale: ctx.locale });
  });
}
