import { refuse } from "#app/features/account/account-errors.ts";
import { hashPassword } from "#app/features/account/hash-password.server.ts";
import { signUpByAddress } from "#app/features/account/rate-rules.ts";
import { givePlace } from "#app/features/enrolment/give-place.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { hashInvitation } from "./invitation-token.ts";

const waiting = (token: string, now: Date) => ({
  ...{ tokenSha256: hashInvitation(token), acceptedAt: null, withdrawnAt: null },
  expiresAt: { gt: now },
});

async function read(db: DbOrTx, { token, now }: { token: string; now: Date }) {
  return db.invitation.findFirst({
    where: waiting(token, now),
    select: {
      ...{ id: true, email: true, name: true },
      courses: {
        select: { courseId: true, course: { select: { texts: { select: { locale: true, title: true } } } } },
        orderBy: { courseId: "asc" },
      },
    },
  });
}

/** Whom an invitation's link invites, and to what; null where it works no more, or nobody may sign up at present. */
export async function findInvitation({ db, clock, locale }: UseCaseContext, { token }: { token: string }) {
  const { registration } = await findSettings(db);
  const invitation = registration === "closed" ? null : await read(db, { token, now: clock.now() });
  if (!invitation) return null;
  const { email, name, courses } = invitation;
  const titles = courses.map(({ course }) => {
    const all: Translated = Object.fromEntries(
      course.texts.map((text) => [localeSchema.parse(text.locale), text.title]),
    );
    return pickTranslated(all, locale);
  });
  const known = (await db.user.count({ where: { email } })) > 0;
  return { email, name, titles, known };
}

/** A place in each course that still has one; a full one keeps nobody from her account. */
async function givePlaces(tx: Tx, { userId, courseIds, now }: { userId: string; courseIds: string[]; now: Date }) {
  for (const courseId of courseIds) {
    try {
      await givePlace(tx, { courseId, userId, cohortId: null, now, seat: "take" });
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
    }
  }
}

/**
 * Opens an account by the link of an invitation, which proves its address; with it come places in the courses that were
 * named. Of two uses at once one is refused. Throws `registrationClosed`, `invitationGone`, `hasAccount`, or `tooMany`.
 */
export async function acceptInvitation(
  ctx: UseCaseContext,
  { token, name, password, address }: { token: string; name: string; password: string; address: string },
): Promise<{ email: string }> {
  const { db, clock, locale } = ctx;
  const { registration } = await findSettings(db);
  if (registration === "closed") throw refuse("registrationClosed");
  await countTry({ db, rule: signUpByAddress, key: callerOf(address) });
  const hash = await hashPassword(password);
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    await tx.$queryRaw`SELECT 1 FROM "Invitation" WHERE "tokenSha256" = ${hashInvitation(token)} FOR UPDATE`;
    const invitation = await read(tx, { token, now });
    if (!invitation) throw refuse("invitationGone");
    const { id, email, courses } = invitation;
    const [person] = await tx.user.createManyAndReturn({
      data: [{ name, email, locale, emailVerified: true }],
      skipDuplicates: true,
      select: { id: true },
    });
    // Who holds the letter reads the mail of this address: it is no stranger who is told.
    if (!person) throw refuse("hasAccount");
    const userId = person.id;
    await tx.account.create({ data: { userId, accountId: userId, providerId: "credential", password: hash } });
    await tx.invitation.update({ where: { id }, data: { acceptedAt: now, acceptedById: userId } });
    await givePlaces(tx, { userId, courseIds: courses.map(({ courseId }) => courseId), now });
    return { email };
  });
}
