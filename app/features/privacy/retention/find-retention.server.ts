import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { keptFor } from "#app/platform/personal-data/personal-table.ts";
import { personalParts } from "../registry.ts";
import { retentionJob } from "./retention-job.ts";
import { retentionRules } from "./retention-rules.ts";

/** What stays after an account was deleted, by what it is kept for: the names of its tables. */
export function findKept() {
  const tables = personalParts.flatMap(({ data }) => data.tables);
  return keptFor.map((why) => ({
    why,
    tables: tables.flatMap(({ table, onErasure }) => ("why" in onErasure && onErasure.why === why ? [table] : [])),
  }));
}

/**
 * What the academy removes by itself and how that went last, what it keeps and why, and the deletions of accounts that
 * wait. Only for admins; 404 for others.
 */
export async function findRetention({ db, actor, clock }: PersonContext) {
  if (!isAdmin(actor)) throw notFound();
  const open = { cancelledAt: null, erasedAt: null };
  const [runs, waiting, overdue, blocked, erased, exports] = await Promise.all([
    db.retentionRun.findMany(),
    db.erasure.count({ where: open }),
    db.erasure.count({ where: { ...open, dueAt: { lte: clock.now() } } }),
    db.erasure.findMany({
      where: { ...open, blockedBy: { not: null } },
      select: { id: true, dueAt: true, blockedBy: true, user: { select: { id: true, name: true } } },
      orderBy: { dueAt: "asc" },
      take: 50,
    }),
    db.erasure.count({ where: { erasedAt: { not: null } } }),
    db.dataExport.count(),
  ]);
  const ran = new Map(runs.map((run) => [run.rule, run]));
  const rules = retentionRules.map(({ name, days }) => {
    const run = ran.get(name);
    return {
      ...{ name, days, ranAt: run?.ranAt ?? null, failedAt: run?.failedAt ?? null },
      ...{ removed: run?.removed ?? 0, removedInAll: Number(run?.removedInAll ?? 0) },
    };
  });
  return { rules, kept: findKept(), counts: { waiting, overdue, erased, exports }, blocked };
}

/** Has the rules applied now rather than at night. Written to the audit log; only for admins, 404 for others. */
export async function askForRetention(ctx: PersonContext): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    await addJob(tx, retentionJob, {}, { key: "retention-by-hand" });
    await writePlainEntry(tx, ctx, { action: "retention.run", subjectType: "academy" });
  });
}
