import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Db } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { countTry, forgetTries, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type AttemptWindow, deadlineOf, windowFor } from "./attempt-window.ts";
import { insertAttempt } from "./insert-attempt.server.ts";
import { rememberPaper } from "./load-paper.server.ts";
import { loadQuestions } from "./load-question.server.ts";
import { loadSitting, type Sitting } from "./load-sitting.server.ts";
import { drawPaper, makePaper, pointsOf } from "./make-paper.server.ts";
import { obstacleTo } from "./obstacle-to.ts";
import { quizRefused } from "./quiz-errors.ts";

export const beginAttemptSchema = z.object({
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  password: z.string().max(100).optional(),
});

const RUNS = 3;
/** What is said aloud in a room is short: nobody is to find it by trying. */
const PASSWORD_TRIES: RateRule = { name: "quiz-password", points: 10, seconds: 600 };
const SEEDS = 2 ** 31;

/**
 * Begins the actor's next attempt on a quiz and freezes its paper, or answers the one that is open: however often and
 * from however many devices it is asked, there is one. The job that closes it is added with it. Throws 404 where the
 * enrolment is not hers, and `withdrawn`, `notStarted`, `lessonClosed`, `notOpenYet`, `closed`, `noAttemptsLeft`, `wrongPassword`,
 * `noQuestions`, and `tooMany` after ten wrong passwords.
 */
export async function beginAttempt(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  input: z.infer<typeof beginAttemptSchema>,
  /** What stands between her and the sitting, where the caller has just asked. */
  known?: Sitting,
): Promise<{ attemptId: string; begun: boolean }> {
  for (let run = 1; run <= RUNS; run += 1) {
    const read = () => loadSitting(ctx.db, { ...input, userId: ctx.actor.id, now: ctx.clock.now() });
    const sitting = run === 1 && known ? known : await read();
    if (!sitting) throw notFound();
    if (sitting.openAttemptId) return { attemptId: sitting.openAttemptId, begun: false };
    const now = ctx.clock.now();
    const window = windowFor(sitting.rules, sitting);
    assertMayBegin(sitting, { window, now });
    await assertKnowsPassword(ctx.db, { sitting, ...input });
    const attemptId = await writeAttempt(ctx, { sitting, window, now, lessonId: input.lessonId });
    if (attemptId) return { attemptId, begun: true };
  }
  throw quizRefused("busy");
}

function assertMayBegin(sitting: Sitting, { window, now }: { window: AttemptWindow; now: Date }): void {
  if (sitting.courseState === "draft") throw notFound();
  const obstacle = obstacleTo(sitting, { window, now });
  if (obstacle) throw quizRefused(obstacle);
}

async function assertKnowsPassword(
  db: Db,
  { sitting, enrolmentId, lessonId, password }: { sitting: Sitting } & z.infer<typeof beginAttemptSchema>,
): Promise<void> {
  const { rules } = sitting;
  if (rules.password === null) return;
  const tries = { db, rule: PASSWORD_TRIES, key: `${enrolmentId}/${lessonId}` };
  await countTry(tries);
  if (rules.password !== password) throw quizRefused("wrongPassword");
  await forgetTries(tries);
}

/** Null where another request began one in between: the unique index decides, not the look before. */
async function writeAttempt(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { sitting, window, now, lessonId }: { sitting: Sitting; window: AttemptWindow; now: Date; lessonId: string },
): Promise<string | null> {
  const { rules, plan, enrolmentId, attempts, voided } = sitting;
  const seed = randomInt(SEEDS);
  const drawn = drawPaper({ rules, plan, seed });
  if (drawn.length === 0) throw quizRefused("noQuestions");
  const questions = await loadQuestions(
    db,
    drawn.map(({ versionId }) => versionId),
  );
  const paper = makePaper({ rules, plan, drawn, seed, questions });
  const times = deadlineOf(rules, { window, startedAt: now });
  // Numbers go on past those that were set aside, which take nothing of what she is allowed.
  const allowed = rules.attempts === null ? null : rules.attempts + voided;
  const attempt = { enrolmentId, lessonId, number: attempts + voided + 1, allowed, seed, paper, startedAt: now };
  const begun = await insertAttempt(db, { ...attempt, ...times, maxPoints: pointsOf(paper) });
  if (begun) rememberPaper(begun, { paper, userId: actor.id, enrolmentId, lessonId });
  return begun;
}
