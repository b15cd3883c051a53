import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { rotateSession } from "#app/platform/session/rotate-session.server.ts";
import { checkPassword } from "./check-password.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { storePassword } from "./store-password.server.ts";
import { tellOfAccount } from "./tell-of-account.server.ts";

/**
 * Changes one's own password, signs out every other device, and gives this one another session token: the cookies to
 * be kept are returned. Throws `wrongPassword`, or `tooMany`.
 */
export async function changePassword(
  ctx: PersonContext,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<{ cookies: Headers }> {
  await checkPassword(ctx, currentPassword);
  const hash = await hashPassword(newPassword);
  const { id: userId, sessionId } = ctx.actor;
  const cookie = await inTransaction(ctx.db, async (tx) => {
    await storePassword(tx, { userId, hash });
    await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } });
    await tx.emailLink.deleteMany({ where: { userId } });
    await tellOfAccount(tx, { userId, what: "passwordChanged", locale: ctx.locale });
    return rotateSession(tx, { sessionId });
  });
  return { cookies: new Headers({ "Set-Cookie": cookie }) };
}
