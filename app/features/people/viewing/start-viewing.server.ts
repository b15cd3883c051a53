import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry, writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { forgetPerson } from "#app/platform/session/load-actor.server.ts";
import { peopleRefused } from "../people-errors.ts";

/** So long an admin may look at the academy as somebody else before she says again why. */
export const VIEWING_MINUTES = 30;

/**
 * Shows the academy to an admin, in the session she acts in, as another person sees it: for half an hour, and without
 * doing anything. Written to the audit log first. Throws `adminIsNotViewed`, `merged`, and 404.
 */
export async function startViewing(ctx: PersonContext, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor) || actor.viewedBy) throw notFound();
  await inTransaction(db, async (tx) => {
    const person = await tx.user.findUnique({ where: { id }, select: { role: true, mergedIntoId: true } });
    if (!person) throw notFound();
    if (person.role === "admin") throw peopleRefused("adminIsNotViewed");
    if (person.mergedIntoId) throw peopleRefused("merged");
    const now = clock.now();
    const viewing = {
      adminId: actor.id,
      userId: id,
      startedAt: now,
      expiresAt: new Date(now.getTime() + VIEWING_MINUTES * 60_000),
    };
    const sessionId = actor.sessionId;
    await writeAuditEntry(tx, ctx, {
      ...{ action: "person.view", subjectType: "person", subjectId: id, reason },
      after: { until: viewing.expiresAt.toISOString() },
    });
    await tx.viewing.upsert({ where: { sessionId }, create: { sessionId, ...viewing }, update: viewing });
  });
  forgetPerson(actor.id);
}

/** Ends looking at the academy as somebody else; returns as whom it was. Who does not look so is told 404. */
export async function endViewing(ctx: PersonContext): Promise<{ id: string }> {
  const { db, actor } = ctx;
  const { viewedBy, id, sessionId } = actor;
  if (!viewedBy) throw notFound();
  await inTransaction(db, async (tx) => {
    const { count } = await tx.viewing.deleteMany({ where: { sessionId } });
    if (count === 0) return;
    await writePlainEntry(tx, ctx, { action: "person.endView", subjectType: "person", subjectId: id });
  });
  forgetPerson(id);
  return { id };
}
