import { recountEnrolmentsJob } from "#app/features/course/recount-enrolments-job.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { deriveProgress, type OutlineLesson } from "./derive-progress.ts";

const BATCH = 500;

type Numbered = { id: string; number: number; lessons: OutlineLesson[] };
type Held = { id: string; releaseId: string; completedAt: Date | null };

/**
 * Brings the stored copies of progress up to the course's newest release, a few hundred enrolments at a time.
 * Each batch is locked before anything is read, so that no completion can fall between.
 */
export async function recountEnrolments(
  { db, clock }: { db: Db; clock: Clock },
  { courseId, batch = BATCH }: { courseId: string; batch?: number },
): Promise<{ recounted: number }> {
  let recounted = 0;
  for (;;) {
    const done = await inTransaction(db, (tx) => recountBatch(tx, { courseId, batch, now: clock.now() }));
    recounted += done;
    if (done < batch) return { recounted };
  }
}

async function recountBatch(tx: Tx, { courseId, batch, now }: { courseId: string; batch: number; now: Date }) {
  const held = await tx.$queryRaw<Held[]>`
    SELECT "id", "releaseId", "completedAt" FROM "Enrolment"
    WHERE "courseId" = ${courseId}::uuid
      AND "countedThrough" < (SELECT max("number") FROM "Release" WHERE "courseId" = ${courseId}::uuid)
    ORDER BY "id" LIMIT ${batch} FOR NO KEY UPDATE`;
  if (held.length === 0) return 0;
  const releases: Numbered[] = await tx.release
    .findMany({
      where: { courseId },
      orderBy: { number: "asc" },
      select: {
        id: true,
        number: true,
        lessons: { orderBy: { position: "asc" }, select: { lessonId: true, required: true } },
      },
    })
    .then((rows) =>
      rows.map(({ lessons, ...release }) => ({
        ...release,
        lessons: lessons.map(({ lessonId, required }) => ({ id: lessonId, required })),
      })),
    );
  const completed = await findCompleted(tx, held);
  const counts = held.map(({ id, releaseId, completedAt }) => {
    const own = releases.findIndex((release) => release.id === releaseId);
    const later = releases.slice(own + 1).map(({ lessons }) => lessons);
    const input = { pinned: releases[own]?.lessons ?? [], later, completed: completed.get(id) ?? [] };
    const { required, completedRequired, finished } = deriveProgress(input);
    return { id, required, completedRequired, completedAt: completedAt ?? (finished ? now : null) };
  });
  await store(tx, { counts, countedThrough: releases.at(-1)?.number ?? 0 });
  return held.length;
}

async function findCompleted(tx: Tx, held: Held[]): Promise<Map<string, string[]>> {
  const facts = await tx.completion.findMany({
    where: { enrolmentId: { in: held.map(({ id }) => id) } },
    select: { enrolmentId: true, lessonId: true },
  });
  const completed = new Map<string, string[]>();
  for (const { enrolmentId, lessonId } of facts) {
    completed.set(enrolmentId, [...(completed.get(enrolmentId) ?? []), lessonId]);
  }
  return completed;
}

type Count = { id: string; required: number; completedRequired: number; completedAt: Date | null };

async function store(tx: Tx, { counts, countedThrough }: { counts: Count[]; countedThrough: number }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Enrolment" e SET "required" = c."required", "completedRequired" = c."completedRequired",
      "completedAt" = c."completedAt", "countedThrough" = ${countedThrough}
    FROM unnest(${counts.map(({ id }) => id)}::uuid[], ${counts.map(({ required }) => required)}::int[],
      ${counts.map(({ completedRequired }) => completedRequired)}::int[],
      ${counts.map(({ completedAt }) => completedAt)}::timestamptz[])
      AS c("id", "required", "completedRequired", "completedAt")
    WHERE e."id" = c."id"`;
}

/** The handler of the job that publishing a release adds. */
export const recountEnrolmentsHandler = jobHandler(recountEnrolmentsJob, async ({ db, clock, log }, { courseId }) => {
  const { recounted } = await recountEnrolments({ db, clock }, { courseId });
  log.info({ courseId, recounted }, "Recounted the progress of a course's learners");
});
