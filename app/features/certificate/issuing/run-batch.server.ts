import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobContext, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { issueWithin } from "./issue-certificate.server.ts";
import { batchKey, runBatchJob } from "./issuing-jobs.ts";
import { lockLearner } from "./lock-learner.server.ts";
import { subjectOf } from "./replace-certificate.server.ts";

const AT_ONCE = 50;
/** How long one job goes on, in milliseconds, before another goes on in its place: who is killed is missed soon. */
const TURN = 60_000;

/** Why somebody in a batch was given none. */
export const skipReasons = ["alreadyHas", "notFinished", "nameless", "refused"] as const;
export type SkipReason = (typeof skipReasons)[number];

/**
 * Issues what is left of a batch, learner by learner, each with her line in the batch in one transaction: what a
 * process that was killed left is gone on with, and nothing is done twice. Where the process ends, another goes on.
 */
export const runBatchHandler = jobHandler(runBatchJob, async (context, { batchId }) => {
  const batch = await findBatchToRun(context.db, batchId);
  if (!batch) return;
  const begun = performance.now();
  for (;;) {
    const over = context.signal?.aborted || performance.now() - begun > TURN;
    if (over) return addJob(context.db, runBatchJob, { batchId }, { key: batchKey(batchId) });
    const waiting = await context.db.certificateBatchItem.findMany({
      where: { batchId, outcome: "waiting" },
      orderBy: { userId: "asc" },
      take: AT_ONCE,
      select: { userId: true },
    });
    for (const { userId } of waiting) await inTransaction(context.db, (tx) => runItem(tx, context, { batch, userId }));
    if (waiting.length === 0) break;
  }
  const done = { id: batchId, finishedAt: null };
  await context.db.certificateBatch.updateMany({ where: done, data: { finishedAt: context.clock.now() } });
});

function findBatchToRun(db: Db, id: string) {
  const select = { id: true, courseId: true, programmeId: true, reason: true, createdById: true } as const;
  return db.certificateBatch.findUnique({ where: { id }, select });
}

type Batch = NonNullable<Awaited<ReturnType<typeof findBatchToRun>>>;
type Item = { batch: Batch; userId: string };

async function runItem(tx: Tx, { clock }: Pick<JobContext, "clock">, { batch, userId }: Item): Promise<void> {
  // The learner first, as everywhere; then her line, which another process may have done by now.
  await lockLearner(tx, userId);
  const where = { batchId_userId: { batchId: batch.id, userId } };
  const item = await tx.certificateBatchItem.findUnique({ where, select: { outcome: true } });
  if (item?.outcome !== "waiting") return;
  const data = await issueOne(tx, { clock }, { batch, userId });
  await tx.certificateBatchItem.update({ where, data, select: { userId: true } });
}

async function issueOne(tx: Tx, { clock }: Pick<JobContext, "clock">, { batch, userId }: Item) {
  const skipped = (why: SkipReason) => ({ outcome: "skipped" as const, why });
  const subject = subjectOf(batch);
  // What an admin refused by name is not given in passing.
  const refused = { userId, ...subject, kind: "award" as const, state: "refused" as const };
  if ((await tx.certificateRequest.count({ where: refused })) > 0) return skipped("refused");
  const actor = batch.createdById === null ? null : { id: batch.createdById };
  try {
    const issue = { userId, for: subject, cause: "earned" as const, reason: batch.reason, onlyFinished: true };
    const { id, issued } = await issueWithin(tx, { actor, clock }, issue);
    return issued ? { outcome: "issued" as const, certificateId: id } : skipped("alreadyHas");
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (error.code === "nameless" || error.code === "notFinished") return skipped(error.code);
    throw error;
  }
}
