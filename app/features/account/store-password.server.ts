import type { Tx } from "#app/platform/db/client.server.ts";

/** Makes a hashed password the one by which a person signs in. */
export async function storePassword(tx: Tx, { userId, hash }: { userId: string; hash: string }): Promise<void> {
  const key = { providerId: "credential", accountId: userId };
  await tx.account.upsert({
    where: { providerId_accountId: key },
    create: { ...key, userId, password: hash },
    update: { password: hash },
  });
}
