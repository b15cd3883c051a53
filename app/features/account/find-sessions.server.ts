import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { describeDevice } from "./describe-device.ts";

/** A person's devices that are signed in, newest first; of where they are nothing is known. */
export async function findSessions({ db, actor, clock }: PersonContext) {
  const sessions = await db.session.findMany({
    where: { userId: actor.id, expiresAt: { gt: clock.now() } },
    select: { id: true, userAgent: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return sessions.map(({ id, userAgent, createdAt }) => ({
    id,
    createdAt,
    ...describeDevice(userAgent),
    current: id === actor.sessionId,
  }));
}
