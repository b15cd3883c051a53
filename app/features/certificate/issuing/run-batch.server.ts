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
export const skipReasons = [
  "alreadyHas",
  "notFinished",
  "unpaid",
  "nameless",
  "refused",
  "unknownSubject",
  "failed",
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Also marks, among those who wait, whom it failed for: they come last, so that they keep nobody else waiting. */
const FAILED = "failed" satisfies SkipReason;

/**
 * Issues what is left of a batch, learner by learner, each with her line in the batch in one transaction: what a
 * process that was killed left is gone on with, and nothing is done twice. Where the process ends, another goes on.
 * One whose certificate cannot be issued costs no other: when all have had theirs she is tried again, and the error
 * that she meets then is thrown, so that the job tries her once more later.
 */
export const runBatchHandler = jobHandler(runBatchJob, async (context, { batchId }) => {
  const batch = await findBatchToRun(context.db, batchId);
  if (!batch) return;
  const begun = performance.now();
  const isOver = () => context.signal?.aborted === true || performance.now() - begun > TURN;
  for (const why of [null, FAILED]) {
    const { over, failures } = await runItems(context, { batch, why, isOver });
    if (why === FAILED && failures.length > 0) throw failures[0];
    if (over) return addJob(context.db, runBatchJob, { batchId }, { key: batchKey(batchId) });
  }
  const done = { id: batchId, finishedAt: null };
  await context.db.certificateBatch.updateMany({ where: done, data: { finishedAt: context.clock.now() } });
});

/** Goes through those who wait, once each; `over` where the time was up before the last. */
async function runItems(
  context: JobContext,
  { batch, why, isOver }: { batch: Batch; why: string | null; isOver: () => boolean },
): Promise<{ over: boolean; failures: unknown[] }> {
  const failures: unknown[] = [];
  for (let last: string | undefined; ; ) {
    if (isOver()) return { over: true, failures };
    const waiting = await context.db.certificateBatchItem.findMany({
      where: { batchId: batch.id, outcome: "waiting", why, userId: { gt: last } },
      orderBy: { userId: "asc" },
      take: AT_ONCE,
      select: { userId: true },
    });
    for (const { userId } of waiting) {
      try {
        await inTransaction(context.db, (tx) => runItem(tx, context, { batch, userId }));
      } catch (error) {
        context.log.error({ err: error, batchId: batch.id, userId }, "A certificate of a batch was not issued");
        failures.push(error);
        const item = { batchId: batch.id, userId, outcome: "waiting" as const };
        await context.db.certificateBatchItem.updateMany({ where: item, data: { why: FAILED } });
      }
    }
    if (waiting.length === 0) return { over: false, failures };
    last = waiting.at(-1)?.userId;
  }
}

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

/** Refusals that concern nobody but her, or that trying again would not change. */
const skippable = ["nameless", "notFinished", "unpaid", "unknownSubject"] as const satisfies SkipReason[];

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
    return issued ? { outcome: "issued" as const, why: null, certificateId: id } : skipped("alreadyHas");
  } catch (error) {
    const why = error instanceof ExpectedError && skippable.find((code) => code === error.code);
    if (why) return skipped(why);
    throw error;
  }
}
