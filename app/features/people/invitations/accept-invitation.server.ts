import { refuse } from "#app/features/account/account-errors.ts";
import { hashPassword } from "#app/features/account/hash-password.server.ts";
import { signUpByAddress } from "#app/features/account/rate-rules.ts";
import { checkAgreed, keepConsents } from "#app/features/policy/consents.server.ts";
import { findSignUpDemands } from "#app/features/policy/demands.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { callerOf, countTry } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { givePlaces } from "./give-places.server.ts";
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

type Newcomer = { name: string; password: string; agree?: string[] };

/**
 * Opens an account by the link of an invitation, which proves its address; with it come places in the courses that were
 * named. `agree` names the versions of policies to which she agrees. Of two uses at once one is refused. Throws
 * `registrationClosed`, `mustAgree`, `invitationGone`, `hasAccount`, or `tooMany`.
 */
export async function acceptInvitation(
  ctx: UseCaseContext,
  { token, address, agree = [], ...newcomer }: Newcomer & { token: string; address: string },
): Promise<{ email: string }> {
  const { name, password } = newcomer;
  const { db, clock, locale } = ctx;
  const { registration } = await findSettings(db);
  if (registration === "closed") throw refuse("registrationClosed");
  checkAgreed(await findSignUpDemands(ctx), agree);
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
    await keepConsents(tx, { userId, versionIds: agree, locale, way: "signUp", at: now });
    await tx.invitation.update({ where: { id }, data: { acceptedAt: now, acceptedById: userId } });
    await givePlaces(tx, { userId, courseIds: courses.map(({ courseId }) => courseId), now });
    return { email };
  });
}
