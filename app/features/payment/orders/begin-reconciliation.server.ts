import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { reconcileJob } from "./order-jobs.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How far back the comparison at night looks: beyond the longest delayed payment, and the last nights. */
const NIGHT_MS = 21 * DAY_MS;
/** After so long one that did not finish is given up for another. */
const STALE_MS = 12 * 60 * 60_000;

/** One at a time; the events of Stripe, which have a queue of their own, do not wait behind it. */
const alone = { queue: "reconcile" };

/**
 * Begins to compare our orders with Stripe's, so many days back, as a job. One that an admin began and that still goes
 * on is given back instead of another. Returns its id. For admins: throws 404 to others.
 */
export async function beginReconciliation(
  { db, actor, clock, requestId }: PersonContext,
  { days }: { days: number },
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('begin-reconciliation'))`;
    const going = await tx.reconciliation.findFirst({
      where: {
        ...{ finishedAt: null, askedById: { not: null } },
        startedAt: { gt: new Date(now.getTime() - STALE_MS) },
      },
      orderBy: { startedAt: "desc" },
      select: { id: true },
    });
    if (going) {
      // Pressing again does not wait for the next try of one that stopped.
      await addJob(tx, reconcileJob, { reconciliationId: going.id }, { ...alone, key: `reconcile:${going.id}` });
      return going.id;
    }
    const from = new Date(now.getTime() - days * DAY_MS);
    const { id } = await tx.reconciliation.create({
      data: { from, startedAt: now, askedById: actor.id },
      select: { id: true },
    });
    await addJob(tx, reconcileJob, { reconciliationId: id }, { ...alone, key: `reconcile:${id}` });
    const act = { action: "reconciliation.begin", subjectType: "reconciliation", subjectId: id };
    await writePlainEntry(tx, { actor, requestId }, { ...act, after: { days } });
    return id;
  });
}

/** The comparison of this night: another that was interrupted goes on. Returns its id. For jobs. */
export async function openNightlyReconciliation({ db, clock }: { db: Db; clock: Clock }): Promise<string> {
  const now = clock.now();
  const interrupted = await db.reconciliation.findFirst({
    where: { finishedAt: null, askedById: null, startedAt: { gt: new Date(now.getTime() - STALE_MS) } },
    orderBy: { startedAt: "desc" },
    select: { id: true },
  });
  if (interrupted) return interrupted.id;
  const data = { from: new Date(now.getTime() - NIGHT_MS), startedAt: now };
  return (await db.reconciliation.create({ data, select: { id: true } })).id;
}
