import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Removes one's own passkey. One that is gone already is no error. */
export async function removePasskey({ db, actor }: PersonContext, { id }: { id: string }): Promise<void> {
  await db.passkey.deleteMany({ where: { id, userId: actor.id } });
}
