import type { Tx } from "#app/platform/db/client.server.ts";
import type { AccessGroup } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { countTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { addJobs } from "#app/platform/jobs/add-job.server.ts";
import { sendMail } from "#app/platform/mail/add-mail.server.ts";
import { drawAccessCode } from "./access-code.ts";
import { groupRefused } from "./group-errors.ts";
import { lastDay, seatInvitationMail } from "./group-mails.ts";
import { isOpenGroup } from "./lock-group.server.ts";
import { freeCode } from "./look-at-invitees.server.ts";
import { titlesOf } from "./open-group.server.ts";
import { lockMyGroup } from "./open-my-group.server.ts";

/** No academy is a means to write to thousands: the largest group once over, in a day. */
const invitations: RateRule = { name: "seat-invitations-person", points: 6_000, seconds: 86_400 };
/** So soon an invitation is not sent again, in milliseconds. */
const AGAIN_MS = 10 * 60_000;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Invited = { code: string; name: string; email: string; locale: Locale };

async function sendInvitations(tx: Tx, { group, to, now }: { group: AccessGroup; to: Invited[]; now: Date }) {
  const { name, expiresAt, courseId } = group;
  const common = { name, titles: await titlesOf(tx, courseId), expiresOn: lastDay(expiresAt) };
  const jobs = to.map(({ code, name: person, email, locale }) => {
    const values = seatInvitationMail.values.parse({ ...common, code, person, sending: now.toISOString() });
    return { payload: { mail: seatInvitationMail.name, to: email, locale, values } };
  });
  await addJobs(tx, sendMail, jobs);
}

/**
 * Invites by mail those of a list who were not invited before, each to a seat of the group with a code of its own; all of
 * them or none. Repeating it writes to nobody twice. Returns how many were invited. For the coordinator: throws 404 to
 * others; `groupClosed`, `noSeatLeft`, `tooMany`.
 */
export async function inviteToGroup(
  { db, actor, clock }: Context,
  {
    groupId,
    language,
    invitees,
  }: { groupId: string; language: Locale; invitees: readonly { name: string; email: string }[] },
): Promise<number> {
  await countTry({ db, rule: invitations, key: actor.id, points: invitees.length });
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const group = await lockMyGroup(tx, { actor, groupId });
    if (!isOpenGroup(group, now)) throw groupRefused("groupClosed");
    const wanted = new Map(invitees.map(({ name, email }) => [email, name]));
    const emails = [...wanted.keys()];
    const known = await tx.accessCode.findMany({
      where: { groupId, invitedEmail: { in: emails } },
      select: { invitedEmail: true },
    });
    for (const { invitedEmail } of known) if (invitedEmail) wanted.delete(invitedEmail);
    const free = await tx.accessCode.findMany({
      where: { groupId, ...freeCode },
      orderBy: { id: "asc" },
      take: wanted.size,
      select: { id: true, code: true },
    });
    if (free.length < wanted.size) throw groupRefused("noSeatLeft", { free: free.length, wanted: wanted.size });
    const to = [...wanted].flatMap(([email, name], index) => {
      const code = free[index];
      return code ? [{ ...code, email, name, locale: language }] : [];
    });
    await tx.$executeRaw`
      UPDATE "AccessCode" c SET "invitedEmail" = v."email", "invitedName" = v."name", "invitedAt" = ${now},
        "invitedLocale" = ${language}
      FROM unnest(${to.map(({ id }) => id)}::uuid[], ${to.map(({ email }) => email)}::text[],
        ${to.map(({ name }) => name)}::text[]) AS v("id", "email", "name")
      WHERE c."id" = v."id"`;
    await sendInvitations(tx, { group, to, now });
    return to.length;
  });
}

/** An invitation of a locked group that nobody has taken up. Throws `invitationGone`. */
async function findInvitation(tx: Tx, { groupId, codeId }: { groupId: string; codeId: string }) {
  const code = await tx.accessCode.findFirst({ where: { id: codeId, groupId, usedAt: null } });
  const { invitedEmail: email, invitedAt } = code ?? {};
  if (!code || !email || !invitedAt) throw groupRefused("invitationGone");
  return { ...code, email, invitedAt };
}

/**
 * Sends an invitation once more, with the same code. For the coordinator: throws 404 to others; `groupClosed`,
 * `invitationGone` where it was taken up or back, `sentJustNow`, `tooMany`.
 */
export async function resendInvitation(
  { db, actor, clock }: Context,
  { groupId, codeId, fallback }: { groupId: string; codeId: string; fallback: Locale },
): Promise<void> {
  await countTry({ db, rule: invitations, key: actor.id });
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const group = await lockMyGroup(tx, { actor, groupId });
    if (!isOpenGroup(group, now)) throw groupRefused("groupClosed");
    const { code, email, invitedAt, invitedName, invitedLocale } = await findInvitation(tx, { groupId, codeId });
    if (now.getTime() - invitedAt.getTime() < AGAIN_MS) throw groupRefused("sentJustNow");
    await tx.accessCode.update({ where: { id: codeId }, data: { invitedAt: now } });
    const locale = isLocale(invitedLocale) ? invitedLocale : fallback;
    await sendInvitations(tx, { group, to: [{ code, email, name: invitedName, locale }], now });
  });
}

/**
 * Takes back an invitation that was not taken up: its code gives nothing any more, and its seat is free for somebody
 * else. For the coordinator: throws 404 to others; `invitationGone`.
 */
export async function takeBackInvitation(
  { db, actor }: Context,
  { groupId, codeId }: { groupId: string; codeId: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockMyGroup(tx, { actor, groupId });
    const { id } = await findInvitation(tx, { groupId, codeId });
    await tx.accessCode.update({
      where: { id },
      data: { code: drawAccessCode(), invitedEmail: null, invitedAt: null, invitedName: "", invitedLocale: null },
    });
  });
}
