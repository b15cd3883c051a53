import type { DbOrTx } from "#app/platform/db/client.server.ts";

/** Whether nobody else is an admin, so that what she recorded is left to herself to approve. */
export async function isOnlyAdmin(db: DbOrTx, admin: { id: string }): Promise<boolean> {
  return (await db.user.count({ where: { role: "admin", suspendedAt: null, id: { not: admin.id } } })) === 0;
}

/** Whether a transfer was recorded, or is paid, by the one who would approve it: that takes two people where there are two. */
export function isOwnTransfer(
  admin: { id: string },
  { recordedById, buyerId }: { recordedById: string | null; buyerId: string | null },
): boolean {
  return recordedById === admin.id || buyerId === admin.id;
}
