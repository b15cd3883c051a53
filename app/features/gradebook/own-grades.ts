import { courseGrade, type Grade } from "#app/features/progress/course-grade.ts";

/** How much of a learner's grade in a lesson she may know by now; shares in hundredths of a percent. */
export type OwnLessonGrade = {
  lessonId: string;
  weight: number;
  /** `hidden`: the quiz does not show scores, or not yet. */
  came: { to: "none" } | { to: "waiting" } | { to: "hidden" } | { to: "share"; share: number };
  /** Given by a person in place of what she earned. */
  given: { share: number; reason: string; givenAt: Date } | null;
};

/** The grade of the course, as far as she may know it: not where it would tell a score that is hidden from her. */
export function ownCourseGrade(lessons: readonly OwnLessonGrade[], dropLowest: number): Grade | "hidden" {
  if (lessons.some(({ weight, came, given }) => weight > 0 && !given && came.to === "hidden")) return "hidden";
  const counted = lessons.map(({ weight, came, given }) => ({
    weight,
    share: given?.share ?? (came.to === "share" ? came.share : null),
    waiting: !given && came.to === "waiting",
  }));
  return courseGrade(counted, dropLowest);
}
