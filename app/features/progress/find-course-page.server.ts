import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findLearnerCourse } from "./find-learner-course.server.ts";
import { chooseNextStep } from "./learner-outline.ts";
import { gateOf, isOpenGate } from "./lesson-gate.ts";
import { viewOutline } from "./outline-view.ts";

/**
 * The actor's own page of a course: outline with states, what is missing, and where to go on. Undefined where she has
 * no active place in it. Throws 404 where the course is not there or is a draft.
 */
export async function findCoursePage(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  { course: slug }: { course: string },
) {
  const { course, sections, progress } = await findLearnerCourse(ctx, { course: slug });
  const { enrolment } = course;
  if (!enrolment || !progress) return undefined;
  const now = ctx.clock.now();
  const gate = gateOf({ course, sections }, { actor: ctx.actor, now });
  const { access } = gate(undefined);
  if (access === "hidden") throw notFound();
  const outline = viewOutline(sections, { locale: ctx.locale, gate, enrolment });
  const lessons = outline.flatMap((section) => section.lessons);
  const step = chooseNextStep(sections, {
    lastLessonId: enrolment.lastLessonId,
    isOpen: (lesson) => isOpenGate(gate(lesson)),
  });
  const { share, required, completedRequired, finished, missing } = progress;
  return {
    course: { slug: course.slug, titles: course.titles },
    cohort: enrolment.cohort,
    completedAt: enrolment.completedAt,
    early: access === "early",
    /** When she could last read, where that is over; and until when she can, where it is not for ever. */
    endedAt: access === "ended" ? enrolment.accessUntil : null,
    openUntil: access === "learn" ? enrolment.accessUntil : null,
    progress: { share, required, completedRequired, finished },
    missing: missing.flatMap((id) => lessons.filter((lesson) => lesson.id === id)),
    outline,
    next: step && { slug: step.lesson.slug, why: step.why },
  };
}
