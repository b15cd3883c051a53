import type { Actor } from "#app/platform/access/actor.ts";
import type { LearnerCourse } from "./find-learner-course.server.ts";
import type { EnrolledCourse } from "./learner-course-rows.server.ts";
import type { LearnerLesson, LearnerSection } from "./learner-outline.ts";
import { canReadLesson, isReadable, type LessonAccess, type PlaceInCourse } from "./lesson-access.ts";
import { type Wait, waitFor } from "./wait-for.ts";

export type Gate = { access: LessonAccess; wait: Wait | null };

type Found = Pick<LearnerCourse, "sections"> & {
  course: { state: PlaceInCourse["course"]["state"]; role: PlaceInCourse["role"] } & {
    enrolment: Pick<EnrolledCourse["enrolment"], "state" | "cohort" | "enrolledAt" | "accessUntil"> | null;
  };
};

/** Says of each lesson of a course whether the actor may read it, and what she waits for where she may not yet. */
export function gateOf(
  { course, sections }: Found,
  { actor, now }: { actor: Actor; now: Date },
): (lesson: LearnerLesson | undefined) => Gate {
  const { enrolment, role, state } = course;
  const startsAt = enrolment?.cohort?.startsAt ?? null;
  const own = enrolment && { state: enrolment.state, startsAt, accessUntil: enrolment.accessUntil };
  const place = { course: { state }, enrolment: own, role };
  const toDo = lessonsToDo(sections);
  return (lesson) => {
    const learner = enrolment && {
      startsAt: startsAt ?? enrolment.enrolledAt,
      isToDo: (id: string) => toDo.has(id),
      now,
    };
    const waits = lesson && learner && enrolment.state === "active" && !lesson.completed;
    const wait = waits ? waitFor(lesson.conditions, learner) : null;
    return {
      access: canReadLesson(actor, place, { preview: lesson?.preview ?? false, wait: wait?.for ?? null, now }),
      wait,
    };
  };
}

/** Whether a lesson's gate is open. */
export function isOpenGate({ access }: Gate): boolean {
  return isReadable(access);
}

function lessonsToDo(sections: readonly LearnerSection[]): Set<string> {
  const lessons = sections.flatMap((section) => section.lessons);
  return new Set(lessons.filter(({ completed }) => !completed).map(({ id }) => id));
}
