import { checkAgreed, keepConsents } from "#app/features/policy/consents.server.ts";
import { findSignUpDemands } from "#app/features/policy/demands.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { refuse } from "./account-errors.ts";
import { makeEmailLink } from "./email-link.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { accountExistsMail, verifyEmailMail } from "./mail/account-mails.ts";
import { mailByEmail, signUpByAddress } from "./rate-rules.ts";

/** `agree` names the versions of policies to which she agrees. */
type Newcomer = { name: string; email: string; password: string; next?: string; agree?: string[] };

/**
 * Makes an account that must be confirmed by mail. Who asks learns nothing: for a known address the answer and the
 * work are the same, and its owner is told by mail. Throws `registrationClosed`, `registrationByInvitation`,
 * `mustAgree` where something that is demanded was not agreed to, or `tooMany`.
 */
export async function signUp(
  ctx: UseCaseContext,
  { address, ...newcomer }: Newcomer & { address: string },
): Promise<void> {
  const { db } = ctx;
  const { registration } = await findSettings(db);
  if (registration === "closed") throw refuse("registrationClosed");
  if (registration === "invitation") throw refuse("registrationByInvitation");
  checkAgreed(await findSignUpDemands(ctx), newcomer.agree ?? []);
  await countTry({ db, rule: signUpByAddress, key: callerOf(address) });
  await countTry({ db, rule: mailByEmail, key: newcomer.email });
  const hash = await hashPassword(newcomer.password);
  await inTransaction(db, (tx) => write({ tx, ctx, newcomer, hash }));
}

async function write({ tx, ctx, newcomer, hash }: { tx: Tx; ctx: UseCaseContext; newcomer: Newcomer; hash: string }) {
  const { name, email, next } = newcomer;
  const [person] = await tx.user.createManyAndReturn({
    data: [{ name, email, locale: ctx.locale }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!person) return tellOwner({ tx, ctx, email });
  const { id: userId } = person;
  await tx.account.create({ data: { userId, accountId: userId, providerId: "credential", password: hash } });
  const at = ctx.clock.now();
  await keepConsents(tx, { userId, versionIds: newcomer.agree ?? [], locale: ctx.locale, way: "signUp", at });
  const link = await makeEmailLink(tx, { userId, purpose: "verifyEmail", email, now: ctx.clock.now() });
  await addMail(tx, verifyEmailMail, { to: email, locale: ctx.locale, values: { ...link, next } });
}

async function tellOwner({ tx, ctx, email }: { tx: Tx; ctx: UseCaseContext; email: string }) {
  const owner = await tx.user.findUniqueOrThrow({ where: { email }, select: { locale: true } });
  const locale = isLocale(owner.locale) ? owner.locale : ctx.locale;
  await addMail(tx, accountExistsMail, { to: email, locale, values: {} });
}
