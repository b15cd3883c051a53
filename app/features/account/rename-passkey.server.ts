import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Renames one's own passkey; another person's is not found. */
export async function renamePasskey(
  { db, actor }: PersonContext,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const { count } = await db.passkey.updateMany({ where: { id, userId: actor.id }, data: { name } });
  if (count === 0) throw notFound();
}
