import type { Logger } from "pino";
import type { Db } from "#app/platform/db/client.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { eraseJob, eraseKey } from "../erasure/erasure-jobs.ts";
import { retentionJob } from "./retention-job.ts";
import { keptSince, type RetentionRule, retentionRules } from "./retention-rules.ts";

/** Rows in one statement: none holds others up for long. */
const AT_ONCE = 5_000;

async function runRule(db: Db, { rule, now, most }: { rule: RetentionRule; now: Date; most: number }): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await rule.sweep(db, { now, before: keptSince(rule, now), most });
    removed += count;
    if (count < most) return removed;
  }
}

/** Writes down how a rule went. */
async function note(db: Db, given: { rule: string; now: Date; removed: number | undefined }): Promise<void> {
  const { rule, now, removed } = given;
  if (removed === undefined) {
    const failed = { failedAt: now };
    await db.retentionRun.upsert({ where: { rule }, create: { rule, ...failed }, update: failed });
    return;
  }
  const ran = { ranAt: now, removed, failedAt: null };
  const update = { ...ran, removedInAll: { increment: removed } };
  await db.retentionRun.upsert({ where: { rule }, create: { rule, ...ran, removedInAll: removed }, update });
}

/**
 * Applies every rule, one after another: one that fails is noted and keeps no other from its turn. Then takes up the
 * deletions of accounts that are overdue. Throws at the end where a rule failed, so that an admin hears of it.
 */
export async function runRetention(
  { db, clock, log }: { db: Db; clock: JobContext["clock"]; log: Pick<Logger, "error"> },
  { rules = retentionRules, most = AT_ONCE }: { rules?: readonly RetentionRule[]; most?: number } = {},
): Promise<void> {
  const failed: string[] = [];
  for (const rule of rules) {
    const now = clock.now();
    const removed = await runRule(db, { rule, now, most }).catch((error: unknown) => {
      log.error({ err: error, rule: rule.name }, "What is no longer needed was not removed");
      failed.push(rule.name);
      return undefined;
    });
    await note(db, { rule: rule.name, now, removed });
  }
  await takeUpErasures(db, clock.now());
  if (failed.length > 0) throw new Error(`Rules of retention failed: ${failed.join(", ")}`);
}

/** Those that something stood in the way of, or whose job is lost. */
async function takeUpErasures(db: Db, now: Date): Promise<void> {
  const due = await db.erasure.findMany({
    where: { cancelledAt: null, erasedAt: null, dueAt: { lte: now } },
    select: { id: true },
    take: 1_000,
  });
  for (const { id } of due) await addJob(db, eraseJob, { erasureId: id }, { key: eraseKey(id) });
}

export const retentionHandler: JobHandler = jobHandler(retentionJob, (ctx) => runRetention(ctx));
