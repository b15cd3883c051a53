import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { refuse } from "./account-errors.ts";
import { checkPassword } from "./check-password.server.ts";
import { makeEmailLink, spendEmailLink } from "./email-link.server.ts";
import { accountExistsMail, confirmNewEmailMail } from "./mail/account-mails.ts";
import { mailByAddress, mailByEmail } from "./rate-rules.ts";
import { tellOfAccount } from "./tell-of-account.server.ts";

/**
 * Asks for another address: it counts once a link mailed to it is opened, and the old address is told. Whether the
 * new address has an account already is not said to who asks. Throws `wrongPassword`, or `tooMany`.
 */
export async function askForEmailChange(
  ctx: PersonContext,
  { email, currentPassword, address }: { email: string; currentPassword: string; address: string },
): Promise<void> {
  const { db, actor, locale } = ctx;
  await checkPassword(ctx, currentPassword);
  await countTry({ db, rule: mailByAddress, key: callerOf(address) });
  await countTry({ db, rule: mailByEmail, key: email });
  await inTransaction(db, async (tx) => {
    const link = { userId: actor.id, purpose: "changeEmail" as const, email, now: ctx.clock.now() };
    const values = await makeEmailLink(tx, link);
    const taken = await tx.user.count({ where: { email } });
    if (taken === 0) await addMail(tx, confirmNewEmailMail, { to: email, locale, values });
    else await addMail(tx, accountExistsMail, { to: email, locale, values: {} });
    await tellOfAccount(tx, { userId: actor.id, what: "emailChangeAsked", email, locale });
  });
}

/** Makes the address of a mailed link the person's own, and tells the old one. Throws `linkSpent`. */
export async function confirmEmailChange(ctx: UseCaseContext, { token }: { token: string }): Promise<void> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      const { userId, email } = await spendEmailLink(tx, { token, purpose: "changeEmail", now: ctx.clock.now() });
      const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
      await tx.user.update({ where: { id: userId }, data: { email, emailVerified: true } });
      // Links that went to the old address prove nothing any more.
      await tx.emailLink.deleteMany({ where: { userId } });
      const told = { what: "emailChanged" as const, email, to: before.email, locale: ctx.locale };
      await tellOfAccount(tx, { userId, ...told });
    });
  } catch (error) {
    // Meanwhile somebody else has signed up with that address.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw refuse("linkSpent");
    throw error;
  }
}
