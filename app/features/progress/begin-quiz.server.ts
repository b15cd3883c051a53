import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findOpenLesson } from "./find-lesson-page.server.ts";

type Address = { course: string; lesson: string };

/**
 * Begins the actor's next attempt on the quiz at this address, or answers the one that is open. Undefined where she
 * has to enrol first. Throws 404 where the lesson may not be known to be there, and what `beginAttempt` throws.
 */
export async function beginQuiz(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { password, ...address }: Address & { password: string | undefined },
): Promise<{ attemptId: string } | undefined> {
  const { access, course, lesson } = await findOpenLesson(ctx, address);
  if (access === "enrol" || (access === "preview" && course.enrolment?.state !== "active")) return undefined;
  const enrolmentId = course.enrolment?.id;
  if (!enrolmentId || access === "teach" || access === "signIn") throw notFound();
  const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: lesson.id, password });
  return { attemptId };
}
