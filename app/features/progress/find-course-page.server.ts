import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findLearnerCourse } from "./find-learner-course.server.ts";
import { chooseNextStep } from "./learner-outline.ts";
import { canReadLesson } from "./lesson-access.ts";
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
  const { enrolment, role } = course;
  if (!enrolment || !progress) return undefined;
  const now = ctx.clock.now();
  const startsAt = enrolment.cohort?.startsAt ?? null;
  const place = { course, enrolment: { state: enrolment.state, startsAt }, role };
  const decide = (preview: boolean) => canReadLesson(ctx.actor, place, { preview, now });
  if (decide(true) === "hidden") throw notFound();
  const isOpen = ({ preview }: { preview: boolean }) => ["learn", "preview", "teach"].includes(decide(preview));
  const outline = viewOutline(sections, { locale: ctx.locale, isOpen, enrolment });
  const lessons = outline.flatMap((section) => section.lessons);
  const step = chooseNextStep(sections, enrolment.lastLessonId);
  const { share, required, completedRequired, finished, missing } = progress;
  return {
    course: { slug: course.slug, titles: course.titles },
    cohort: enrolment.cohort,
    completedAt: enrolment.completedAt,
    early: decide(false) === "early",
    progress: { share, required, completedRequired, finished },
    missing: missing.flatMap((id) => lessons.filter((lesson) => lesson.id === id)),
    outline,
    next: step && { slug: step.lesson.slug, why: step.why },
  };
}
