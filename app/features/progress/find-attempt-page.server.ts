import { type AttemptView, findAttempt } from "#app/features/quiz/find-attempt.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { findLearnerCourse, type LearnerCourse } from "./find-learner-course.server.ts";
import { findLessonName } from "./find-lesson-name.server.ts";
import { closeOverdueAttempt } from "./finish-attempt.server.ts";
import type { LearnerLesson } from "./learner-outline.ts";
import { gateOf, isOpenGate } from "./lesson-gate.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;
type Neighbour = { slug: string; titles: Translated };

export type AttemptPage = {
  attempt: AttemptView;
  course: { slug: string; titles: Translated };
  /** Null where the course no longer has it. */
  lesson: (Neighbour & { completed: boolean }) | null;
  /** Where she goes on once the attempt is over; null as long as it is open, and where that is closed to her. */
  next: Neighbour | null;
  /** The time in which she might read is over: an attempt that is not open any more is not shown either. */
  ended: boolean;
};

/**
 * The actor's own attempt with the course around it. One whose time and grace are over is submitted here where the job
 * that should have done so has not run yet. Throws 404 where it is another's, or not of this course.
 */
export async function findAttemptPage(
  ctx: Context,
  { course: slug, attempt: attemptId }: { course: string; attempt: string },
): Promise<AttemptPage> {
  const attempt = await findClosedInTime(ctx, attemptId);
  const found = attempt.state === "open" ? await findLessonName(ctx, { slug, lessonId: attempt.lessonId }) : undefined;
  if (found) {
    const lesson = { ...found.lesson, completed: false };
    return { attempt, course: found.course, lesson, next: null, ended: false };
  }
  const { course, sections } = await findLearnerCourse(ctx, { course: slug });
  if (course.enrolment?.id !== attempt.enrolmentId) throw notFound();
  const gate = gateOf({ course, sections }, { actor: ctx.actor, now: ctx.clock.now() });
  const isOpen = (lesson: LearnerLesson) => isOpenGate(gate(lesson));
  const ended = gate(undefined).access === "ended";
  const place = { ...placeOf(sections, { lessonId: attempt.lessonId, isOpen }), ended };
  return { attempt, course: { slug: course.slug, titles: course.titles }, ...place };
}

async function findClosedInTime(ctx: Context, attemptId: string): Promise<AttemptView> {
  const attempt = await findAttempt(ctx, { attemptId });
  const isOver = attempt.state === "open" && attempt.graceUntil !== null && attempt.graceUntil <= ctx.clock.now();
  if (!isOver) return attempt;
  await closeOverdueAttempt(ctx, { attemptId });
  return findAttempt(ctx, { attemptId });
}

function placeOf(
  sections: LearnerCourse["sections"],
  { lessonId, isOpen }: { lessonId: string; isOpen: (lesson: LearnerLesson) => boolean },
): Pick<AttemptPage, "lesson" | "next"> {
  const lessons = sections.flatMap((section) => section.lessons);
  const at = lessons.findIndex(({ id }) => id === lessonId);
  const [lesson, next] = [lessons[at], at < 0 ? undefined : lessons[at + 1]];
  return {
    lesson: lesson ? { slug: lesson.slug, titles: lesson.titles, completed: lesson.completed } : null,
    next: next && isOpen(next) ? { slug: next.slug, titles: next.titles } : null,
  };
}
