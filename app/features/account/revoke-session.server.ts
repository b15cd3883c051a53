import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Signs out one of a person's own devices, at once and in every process. One that is out already is no error. */
export async function revokeSession({ db, actor }: PersonContext, { sessionId }: { sessionId: string }): Promise<void> {
  await db.session.deleteMany({ where: { id: sessionId, userId: actor.id } });
}

/** Signs out every device but this one; returns how many there were. */
export async function revokeOtherSessions({ db, actor }: PersonContext): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { userId: actor.id, id: { not: actor.sessionId } } });
  return count;
}
