import type { PersonContext } from "#app/platform/http/request-context.server.ts";

/** Keeps that the actor has just said that her names for certificates are right. */
export async function checkNames({ db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { namesCheckedAt: clock.now() }, select: { id: true } });
}
