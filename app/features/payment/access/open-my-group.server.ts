import type { Tx } from "#app/platform/db/client.server.ts";
import type { AccessGroup } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { coordinatedBy } from "./group-access.ts";
import { lockGroup } from "./lock-group.server.ts";

/** A group that the actor coordinates. Throws 404 for any other. */
export async function openMyGroup(
  { db, actor }: Pick<PersonContext, "actor"> & { db: Pick<Tx, "accessGroup"> },
  { groupId }: { groupId: string },
): Promise<AccessGroup> {
  const group = await db.accessGroup.findFirst({ where: { id: groupId, ...coordinatedBy(actor) } });
  if (!group) throw notFound();
  return group;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockMyGroup(
  tx: Tx,
  { actor, groupId }: Pick<PersonContext, "actor"> & { groupId: string },
): Promise<AccessGroup> {
  await lockGroup(tx, groupId);
  return openMyGroup({ db: tx, actor }, { groupId });
}
