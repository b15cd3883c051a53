import type { Tx } from "#app/platform/db/client.server.ts";
import type { AccessGroup } from "#app/platform/db/generated/client.ts";

/**
 * A group that nobody else changes until the transaction ends; undefined where there is none. It is locked before its
 * codes and before its course by all who lock it.
 */
export async function lockGroup(tx: Tx, groupId: string) {
  await tx.$queryRaw`SELECT 1 FROM "AccessGroup" WHERE "id" = ${groupId}::uuid FOR NO KEY UPDATE`;
  const group = await tx.accessGroup.findUnique({
    where: { id: groupId },
    include: { order: { select: { state: true } } },
  });
  return group ?? undefined;
}

/** Whether its codes give a seat now. */
export function isOpenGroup({ closedAt, expiresAt }: Pick<AccessGroup, "closedAt" | "expiresAt">, now: Date): boolean {
  return closedAt === null && (expiresAt === null || now < expiresAt);
}
