import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { peopleRefused } from "../people-errors.ts";
import { endSessionsOf, keepAnAdmin, lockPerson } from "./lock-person.server.ts";

type Of = { id: string; reason: string };

/**
 * Shuts somebody out: every session of hers ends at once in every process, links that were mailed to her work no more,
 * and she cannot sign in. Her data stays. Throws `yourself`, `lastAdmin`, `merged`, and 404.
 */
export async function suspendPerson(ctx: PersonContext, { id, reason }: Of): Promise<void> {
  if (id === ctx.actor.id) throw peopleRefused("yourself");
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    if (person.suspendedAt) return;
    if (person.role === "admin") await keepAnAdmin(tx, { without: id });
    await tx.user.update({ where: { id }, data: { suspendedAt: ctx.clock.now() } });
    await tx.emailLink.deleteMany({ where: { userId: id } });
    const sessions = await endSessionsOf(tx, id);
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.suspend", subjectType: "person", subjectId: id, reason },
      ...{ before: { suspended: false }, after: { suspended: true, sessionsEnded: sessions } },
    });
  });
}

/** Lets somebody in again who was suspended. Throws `merged`, and 404. */
export async function liftSuspension(ctx: PersonContext, { id, reason }: Of): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const person = await lockPerson(tx, { actor: ctx.actor, id });
    if (!person.suspendedAt) return;
    await tx.user.update({ where: { id }, data: { suspendedAt: null } });
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.liftSuspension", subjectType: "person", subjectId: id, reason },
      ...{ before: { suspended: true }, after: { suspended: false } },
    });
  });
}
