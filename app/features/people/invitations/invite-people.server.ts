import { randomUUID } from "node:crypto";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { countTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { isLocale, type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { addJobs } from "#app/platform/jobs/add-job.server.ts";
import { sendMail } from "#app/platform/mail/add-mail.server.ts";
import { accountInvitationMail } from "../mail/people-mails.ts";
import { peopleRefused } from "../people-errors.ts";
import { findTaken } from "./find-taken.server.ts";
import { giveKnownPlaces } from "./give-places.server.ts";
import { drawInvitation, INVITATION_DAYS } from "./invitation-token.ts";

/** Places of many are given one by one. */
const TIMEOUT_MS = 120_000;

/** No academy is a means to write to the whole world. */
const invitations: RateRule = { name: "invitations-person", points: 10_000, seconds: 86_400 };
/** So soon an invitation is not sent again, in milliseconds. */
const AGAIN_MS = 10 * 60_000;

type Letter = { email: string; name: string; locale: Locale; token: string; courses: string[] };
type Invitee = { name: string; email: string };
/** `reason` is kept with each place that is given to somebody who has an account. */
type Wanted = { invitees: readonly Invitee[]; language: Locale; courseIds: string[]; reason: string };

async function sendLetters(tx: Tx, letters: readonly Letter[]): Promise<void> {
  const jobs = letters.map(({ email, name, locale, token, courses }) => {
    const values = accountInvitationMail.values.parse({ token, person: name, courses, days: INVITATION_DAYS });
    return { payload: { mail: accountInvitationMail.name, to: email, locale, values } };
  });
  await addJobs(tx, sendMail, jobs);
}

/** Titles of courses that are open, in a language. Throws `courseNotOpen` where one is not. */
async function titlesOf(tx: Tx, { courseIds, locale }: { courseIds: string[]; locale: Locale }): Promise<string[]> {
  const courses = await tx.course.findMany({
    where: { id: { in: courseIds }, state: "published", deletedAt: null, currentReleaseId: { not: null } },
    select: { texts: { select: { locale: true, title: true } } },
    orderBy: { id: "asc" },
  });
  if (courses.length < new Set(courseIds).size) throw peopleRefused("courseNotOpen");
  return courses.map(({ texts }) => {
    const titles: Translated = Object.fromEntries(texts.map((text) => [localeSchema.parse(text.locale), text.title]));
    return pickTranslated(titles, locale).text;
  });
}

/**
 * Invites by mail those of a list who have no account and were not invited yet; all of them or none, and repeated it
 * writes to nobody twice. With the account each gets a place in the courses; who has one gets it at once and is told.
 * Returns how many were invited, and how many places were given and not to be had. Throws 404 for all but admins;
 * `courseNotOpen`, `tooMany`.
 */
export async function invitePeople(
  ctx: PersonContext,
  { invitees, language, courseIds, reason }: Wanted,
): Promise<{ invited: number; places: number; full: number }> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await countTry({ db, rule: invitations, key: actor.id, points: invitees.length });
  const work = async (tx: Tx) => {
    // Two lists at once come one after the other: nobody is on both.
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('people.invite'))`;
    const now = clock.now();
    const courses = await titlesOf(tx, { courseIds, locale: language });
    const wanted = new Map(invitees.map(({ email, name }) => [email, name]));
    const emails = [...wanted.keys()];
    const taken = await findTaken(tx, { emails, now });
    for (const [email] of taken) wanted.delete(email);
    const made = [...wanted].map(([email, name]) => ({ id: randomUUID(), email, name, ...drawInvitation(now) }));
    // What ran out makes room for what is sent now.
    await tx.invitation.updateMany({
      where: { email: { in: [...wanted.keys()] }, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await tx.invitation.createMany({
      data: made.map(({ token: _, ...row }) => ({ ...row, locale: language, invitedById: actor.id, createdAt: now })),
    });
    await tx.invitationCourse.createMany({
      data: made.flatMap(({ id }) => courseIds.map((courseId) => ({ invitationId: id, courseId }))),
    });
    await sendLetters(
      tx,
      made.map(({ email, name, token }) => ({ email, name, token, locale: language, courses })),
    );
    await writePlainEntry(tx, ctx, {
      ...{ action: "people.invite", subjectType: "people", reason },
      after: { invited: made.length, language, courses: courseIds },
    });
    const known = emails.filter((email) => taken.get(email) === "hasAccount");
    return { invited: made.length, ...(await giveKnownPlaces(tx, ctx, { emails: known, courseIds, reason })) };
  };
  return inTransaction(db, work, { timeoutMs: TIMEOUT_MS });
}

/** An invitation that was not taken up, locked. Throws `invitationGone`. */
async function lockInvitation(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({ where: { id }, include: { courses: true } });
  if (!invitation || invitation.acceptedAt || invitation.withdrawnAt) throw peopleRefused("invitationGone");
  return invitation;
}

/**
 * Sends an invitation once more with a new link, good from now on; the one before works no more. Throws 404 for all but
 * admins; `invitationGone`, `hasAccount`, `sentJustNow`, `courseNotOpen`, `tooMany`.
 */
export async function resendInvitation(ctx: PersonContext, { id }: { id: string }): Promise<void> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await countTry({ db, rule: invitations, key: actor.id });
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const { email, name, sentAt, courses: given, ...row } = await lockInvitation(tx, id);
    if (now.getTime() - sentAt.getTime() < AGAIN_MS) throw peopleRefused("sentJustNow");
    if ((await tx.user.count({ where: { email } })) > 0) throw peopleRefused("hasAccount");
    const locale = isLocale(row.locale) ? row.locale : ctx.locale;
    const courses = await titlesOf(tx, { courseIds: given.map(({ courseId }) => courseId), locale });
    const { token, ...fresh } = drawInvitation(now);
    await tx.invitation.update({ where: { id }, data: fresh });
    await sendLetters(tx, [{ email, name, locale, token, courses }]);
    await writePlainEntry(tx, ctx, { action: "invitation.resend", subjectType: "invitation", subjectId: id });
  });
}

/** Takes an invitation back: its link works no more. Throws 404 for all but admins; `invitationGone`. */
export async function withdrawInvitation(ctx: PersonContext, { id }: { id: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    await lockInvitation(tx, id);
    await tx.invitation.update({ where: { id }, data: { withdrawnAt: ctx.clock.now() } });
    await writePlainEntry(tx, ctx, { action: "invitation.withdraw", subjectType: "invitation", subjectId: id });
  });
}
