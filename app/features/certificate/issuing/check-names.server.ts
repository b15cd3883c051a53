import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Names } from "../names-schema.ts";

/**
 * Keeps the actor's names as certificates that are still to be issued will have them, and that she has just said that
 * they are right. Where a certificate was waiting for a name, it is thought of anew.
 */
export async function checkNames(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  names: Names,
): Promise<void> {
  await db.user.update({
    where: { id: actor.id },
    data: { ...names, namesCheckedAt: clock.now() },
    select: { id: true },
  });
}
