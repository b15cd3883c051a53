import { createHash, randomBytes } from "node:crypto";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import type { EmailLinkPurpose } from "#app/platform/db/generated/enums.ts";
import { refuse } from "./account-errors.ts";

/** How long a mailed link works. */
const LINK_HOURS = { verifyEmail: 48, resetPassword: 1, changeEmail: 24 } as const satisfies Record<
  EmailLinkPurpose,
  number
>;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes the token of a link to be mailed to `email`; an earlier link of the same person and purpose stops working.
 * Returns what the mail needs.
 */
export async function makeEmailLink(
  tx: Tx,
  { userId, purpose, email, now }: { userId: string; purpose: EmailLinkPurpose; email: string; now: Date },
): Promise<{ token: string; hours: number }> {
  const token = randomBytes(32).toString("base64url");
  const hours = LINK_HOURS[purpose];
  const link = { tokenSha256: hashOf(token), email, expiresAt: new Date(now.getTime() + hours * 3_600_000) };
  await tx.emailLink.upsert({
    where: { userId_purpose: { userId, purpose } },
    create: { userId, purpose, ...link },
    update: { ...link, createdAt: now },
  });
  return { token, hours };
}

/** Uses up a link and returns whose it was and which address it proves. Throws `linkSpent` when it works no more. */
export async function spendEmailLink(
  tx: Tx,
  { token, purpose, now }: { token: string; purpose: EmailLinkPurpose; now: Date },
): Promise<{ userId: string; email: string }> {
  const where = { tokenSha256: hashOf(token), purpose, expiresAt: { gt: now } };
  const link = await tx.emailLink.findFirst({ where, select: { userId: true, email: true } });
  // Of two uses at once only one still finds the row to delete.
  const { count } = await tx.emailLink.deleteMany({ where });
  if (!link || count === 0) throw refuse("linkSpent");
  return link;
}

/** Whether a link would work, without using it. */
export async function isLinkAlive(
  db: DbOrTx,
  { token, purpose, now }: { token: string; purpose: EmailLinkPurpose; now: Date },
): Promise<boolean> {
  return (await db.emailLink.count({ where: { tokenSha256: hashOf(token), purpose, expiresAt: { gt: now } } })) > 0;
}
