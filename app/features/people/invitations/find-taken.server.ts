import type { DbOrTx } from "#app/platform/db/client.server.ts";

/** Of some addresses, those that need no invitation: they have an account, or one that still works. */
export async function findTaken(
  db: DbOrTx,
  { emails, now }: { emails: string[]; now: Date },
): Promise<Map<string, "hasAccount" | "invited">> {
  const [people, waiting] = await Promise.all([
    db.user.findMany({ where: { email: { in: emails } }, select: { email: true } }),
    db.invitation.findMany({
      where: { email: { in: emails }, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      select: { email: true },
    }),
  ]);
  return new Map([
    ...waiting.map(({ email }) => [email, "invited"] as const),
    ...people.map(({ email }) => [email, "hasAccount"] as const),
  ]);
}
