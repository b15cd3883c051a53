import { makeEmailLink } from "#app/features/account/email-link.server.ts";
import { resetPasswordMail } from "#app/features/account/mail/account-mails.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { peopleNoticeMail } from "../mail/people-mails.ts";
import { peopleRefused } from "../people-errors.ts";
import { endSessionsOf, lockPerson } from "./lock-person.server.ts";

type Of = { id: string; reason: string };

const about = (id: string, reason: string) => ({ subjectType: "person", subjectId: id, reason });

/** Takes an address as a person's own without the link that was mailed to it. Throws `merged`, and 404. */
export async function verifyAddress(ctx: PersonContext, { id, reason }: Of): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    if (person.emailVerified) return;
    await tx.user.update({ where: { id }, data: { emailVerified: true } });
    await tx.emailLink.deleteMany({ where: { userId: id, purpose: "verifyEmail" } });
    const change = { before: { emailVerified: false }, after: { emailVerified: true } };
    await writeAuditEntry(tx, ctx, { action: "person.verifyAddress", ...about(id, reason), ...change });
  });
}

/**
 * Has a link mailed to a person by which she chooses a new password; the admin never sees it. Throws `suspended`,
 * `merged`, and 404.
 */
export async function sendResetLink(ctx: PersonContext, { id, reason }: Of): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { email, letters, suspendedAt } = await lockPerson(tx, { actor: ctx.actor, id });
    if (suspendedAt) throw peopleRefused("suspended");
    const values = await makeEmailLink(tx, { userId: id, purpose: "resetPassword", email, now: ctx.clock.now() });
    await addMail(tx, resetPasswordMail, { to: email, locale: letters, values });
    await writeAuditEntry(tx, ctx, { action: "person.sendResetLink", ...about(id, reason) });
  });
}

/** Signs a person out everywhere; returns from how many devices. Throws `merged`, and 404. */
export async function endSessions(ctx: PersonContext, { id, reason }: Of): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    await lockPerson(tx, { actor: ctx.actor, id });
    const count = await endSessionsOf(tx, id);
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.endSessions", ...about(id, reason) },
      after: { sessionsEnded: count },
    });
    return count;
  });
}

/**
 * Takes away the authenticator app of somebody who lost it, with its backup codes, and her passkeys too where that is
 * said. She is signed out everywhere and told by mail. Throws `merged`, and 404.
 */
export async function resetSecondFactor(
  ctx: PersonContext,
  { id, reason, passkeys }: Of & { passkeys: boolean },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    const before = { twoFactor: person.twoFactorEnabled, passkeys: await tx.passkey.count({ where: { userId: id } }) };
    await tx.twoFactor.deleteMany({ where: { userId: id } });
    await tx.user.update({ where: { id }, data: { twoFactorEnabled: false } });
    if (passkeys) await tx.passkey.deleteMany({ where: { userId: id } });
    await endSessionsOf(tx, id);
    const after = { twoFactor: false, passkeys: passkeys ? 0 : before.passkeys };
    await writeAuditEntry(tx, ctx, { action: "person.resetSecondFactor", ...about(id, reason), before, after });
    const values = { what: "secondFactorReset" as const };
    await addMail(tx, peopleNoticeMail, { to: person.email, locale: person.letters, values });
  });
}
