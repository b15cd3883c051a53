import { closeAttemptJob, closeOverdueJob, completeQuizJob } from "#app/features/quiz/close-attempt-job.ts";
import { loadOwnOutline } from "#app/features/quiz/load-paper.server.ts";
import { planClosings } from "#app/features/quiz/plan-closings.server.ts";
import { type Submitted, unsafeSubmitAttempt } from "#app/features/quiz/submit-attempt.server.ts";
import { connectionsOf } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { completeLesson } from "./complete-lesson.server.ts";

type Context = Pick<UseCaseContext, "db" | "clock">;

/**
 * Submits the actor's own attempt and completes the lesson where that is earned. Submitting again is a success.
 * Throws 404 where the attempt is another's.
 */
export async function finishAttempt(
  ctx: Context & Pick<PersonContext, "actor">,
  { attemptId }: { attemptId: string },
): Promise<{ completed: boolean }> {
  await loadOwnOutline(ctx.db, { attemptId, userId: ctx.actor.id });
  return { completed: await completeEarned(ctx, await unsafeSubmitAttempt(ctx, { attemptId, by: "learner" })) };
}

/**
 * Submits the actor's own attempt if its time and grace are over, as the job does that may come later, and completes
 * the lesson where that is earned. Throws 404 where the attempt is another's.
 */
export async function closeOverdueAttempt(
  ctx: Context & Pick<PersonContext, "actor">,
  { attemptId }: { attemptId: string },
): Promise<{ completed: boolean }> {
  await loadOwnOutline(ctx.db, { attemptId, userId: ctx.actor.id });
  return { completed: await completeEarned(ctx, await unsafeSubmitAttempt(ctx, { attemptId, by: "clock" })) };
}

/** Whether the lesson is complete by it. Who left the course meanwhile completes it when she comes back. */
async function completeEarned(ctx: Context, { earns, userId, enrolmentId, lessonId }: Submitted): Promise<boolean> {
  if (!earns) return false;
  try {
    const learner = { clock: ctx.clock, actor: { id: userId }, connections: connectionsOf(ctx.db) };
    await completeLesson(learner, { enrolmentId, lessonId, cause: earns });
    return true;
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 409) return false;
    throw error;
  }
}

/** What stands for an attempt whose time is over, whether or not a browser is open. */
export const closeAttemptHandler = jobHandler(closeAttemptJob, async ({ db, clock }, { attemptId }) => {
  await completeEarned({ db, clock }, await unsafeSubmitAttempt({ db, clock }, { attemptId, by: "clock" }));
});

/** Milliseconds that an attempt's own job is given before somebody else looks after it. */
const OWN_JOB = 5_000;
const AT_ONCE = 200;

/**
 * Plans the jobs of attempts that end soon, and stands for every attempt whose time is over and whose own job did not
 * come. One that fails costs no other.
 */
export const closeOverdueHandler = jobHandler(closeOverdueJob, async ({ db, clock, log }) => {
  await planClosings(db, clock.now());
  const overdue = { state: "open" as const, graceUntil: { lt: new Date(clock.now().getTime() - OWN_JOB) } };
  const select = { id: true };
  for (let after: string | undefined; ; ) {
    const cursor = after === undefined ? {} : { id: { gt: after } };
    const found = await db.attempt.findMany({
      where: { ...overdue, ...cursor },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select,
    });
    for (const { id: attemptId } of found) {
      await unsafeSubmitAttempt({ db, clock }, { attemptId, by: "clock" })
        .then((submitted) => completeEarned({ db, clock }, submitted))
        .catch((error: unknown) =>
          log.error({ err: error, attemptId }, "An attempt past its grace could not be closed"),
        );
    }
    after = found.at(-1)?.id;
    if (found.length < AT_ONCE) return;
  }
});

/** Makes sure of the completion that a grade earned. */
export const completeQuizHandler = jobHandler(completeQuizJob, async ({ db, clock }, { attemptId }) => {
  await completeEarned({ db, clock }, await unsafeSubmitAttempt({ db, clock }, { attemptId, by: "clock" }));
});
