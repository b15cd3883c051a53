import { z } from "zod";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { loadSittingAt, type Sitting } from "#app/features/quiz/load-sitting.server.ts";
import { quizRefused } from "#app/features/quiz/quiz-errors.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findOpenLesson } from "./find-lesson-page.server.ts";
import { canReadLesson } from "./lesson-access.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Address = { course: string; lesson: string };

/** What begins an attempt where no password is asked for. */
export const beginQuizSchema = z.object({ course: z.string().max(200), lesson: z.string().max(200) });

/**
 * Begins the actor's next attempt on the quiz at this address, or answers the one that is open. Undefined where she
 * has to enrol first. Throws `lessonClosed` where it is not open to her, 404 where the lesson may not be known to be
 * there, and what `beginAttempt` throws.
 */
export async function beginQuiz(
  ctx: Context,
  { password, ...address }: Address & { password: string | undefined },
): Promise<{ attemptId: string } | undefined> {
  const sitting = await loadSittingAt(ctx.db, { userId: ctx.actor.id, ...address, now: ctx.clock.now() });
  if (!sitting || !learns(ctx, sitting)) return beginElsewhere(ctx, { password, ...address });
  const { enrolmentId, lessonId } = sitting;
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId, password }, sitting);
  return { attemptId };
}

/** Whether the lesson is hers to sit, as one question of the database can tell: nearly always. */
function learns({ actor, clock }: Context, { courseState, state, startsAt, open, openAttemptId }: Sitting): boolean {
  const place = { course: { state: courseState }, enrolment: { state, startsAt, accessUntil: null }, role: null };
  // What was begun may be ended, whatever has closed meanwhile.
  const wait = open || openAttemptId ? null : "later";
  return canReadLesson(actor, place, { preview: false, wait, now: clock.now() }) === "learn";
}

/** For a lesson that only her own release still has, and for who may not sit it: what she must do first. */
async function beginElsewhere(
  ctx: Context,
  { password, ...address }: Address & { password: string | undefined },
): Promise<{ attemptId: string } | undefined> {
  const { access, course, lesson } = await findOpenLesson(ctx, address);
  if (access === "enrol" || (access === "preview" && course.enrolment?.state !== "active")) return undefined;
  const enrolmentId = course.enrolment?.id;
  if (!enrolmentId || access === "teach" || access === "signIn") throw notFound();
  if (access === "later" || access === "first" || access === "ended") throw quizRefused("lessonClosed");
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: lesson.id, password });
  return { attemptId };
}
