import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { refuse } from "./account-errors.ts";
import { checkPassword } from "./check-password.server.ts";

/** How long after signing in somebody without a password is believed to sit before the screen still. */
const FRESH_MS = 10 * 60_000;

/**
 * By what somebody proves now that it is she: her password; where she has none, that she signed in (with a passkey, for
 * example) within the last ten minutes; and where that is longer ago, by signing in again.
 */
export type FreshProof = "password" | "signedInNow" | "signInAgain";

/** What proof there is for the person who asks. Two queries at most. */
export async function findFreshProof({ db, actor, clock }: PersonContext): Promise<FreshProof> {
  const where = { providerId_accountId: { providerId: "credential", accountId: actor.id } };
  const account = await db.account.findUnique({ where, select: { password: true } });
  if (account?.password) return "password";
  const session = await db.session.findUnique({ where: { id: actor.sessionId }, select: { createdAt: true } });
  const isFresh = session !== null && clock.now().getTime() - session.createdAt.getTime() < FRESH_MS;
  return isFresh ? "signedInNow" : "signInAgain";
}

/**
 * Makes sure that it is the person herself who sits before the screen, also where she has no password. Throws
 * `wrongPassword`, `proofTooOld`, or `tooMany`.
 */
export async function proveFreshly(
  ctx: PersonContext,
  { currentPassword }: { currentPassword: string },
): Promise<void> {
  const proof = await findFreshProof(ctx);
  if (proof === "password") return checkPassword(ctx, currentPassword);
  if (proof === "signInAgain") throw refuse("proofTooOld");
}
