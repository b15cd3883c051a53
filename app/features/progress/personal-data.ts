import { ofEnrolment, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What progress keeps about people: facts, which count without a name. */
export const progressData: PersonalData = {
  tables: [
    {
      table: "Completion",
      hers: ofEnrolment,
      gives: ["lessonId", "cause", "completedAt"],
      withholds: { inner: ["enrolmentId"] },
      onErasure: { act: "keep", why: "statistics" },
    },
    {
      table: "LessonVisit",
      hers: ofEnrolment,
      gives: ["lessonId", "firstAt"],
      withholds: { inner: ["enrolmentId"] },
      onErasure: { act: "keep", why: "statistics" },
    },
  ],
  impersonal: [],
};
