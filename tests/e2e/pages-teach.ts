import { as, nothingToSee, type VisitedPage } from "./visited-page.ts";

/** The rooms of those who teach. */
export const teachPages: Record<string, VisitedPage[]> = {
  "/teach": as("instructor", "/teach", "/teach?filter=deleted"),
  "/teach/new": as("instructor", "/teach/new"),
  "/teach/import": as("instructor", "/teach/import"),
  "/teach/:course/export": nothingToSee,
  // Looked at with the journey of an instructor who makes a course.
  "/teach/invitations/:token": nothingToSee,
  "/teach/:course/settings": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/settings",
    "/teach/jerusalem-through-the-ages/settings?section=languages",
    "/teach/jerusalem-through-the-ages/settings?section=enrolment",
    "/teach/jerusalem-through-the-ages/settings?section=cohorts",
    "/teach/jerusalem-through-the-ages/settings?section=completion",
    "/teach/jerusalem-through-the-ages/settings?section=visibility",
  ),
  "/teach/:course/instructors": as("instructor", "/teach/jerusalem-through-the-ages/instructors"),
  "/teach/:course/:lesson/watching": as("instructor", "/teach/jerusalem-through-the-ages/seven-walls/watching"),
  "/teach/:course/:lesson/watching.csv": nothingToSee,
  "/teach/:course/:lesson/text/import": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/text/import?language=en",
  ),
  "/teach/:course/:lesson/text.md": nothingToSee,
  "/teach/:course/:lesson/text/history": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/text/history",
  ),
  // Looked at with the journey of a text that is written.
  "/teach/:course/:lesson/text/history/:version": nothingToSee,
  "/teach/:course/:lesson/text": as("instructor", "/teach/jerusalem-through-the-ages/site-and-water/text?language=ar"),
  "/teach/:course/:lesson/translation/:language": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/site-and-water/translation/en",
  ),
  "/teach/:course/translations": as("instructor", "/teach/jerusalem-through-the-ages/translations"),
  "/teach/:course/media": as("instructor", "/teach/jerusalem-through-the-ages/media"),
  "/teach/:course/media/:file": as("instructor", "/teach/jerusalem-through-the-ages/media/cover.svg"),
  "/teach/:course/translations.xlf": nothingToSee,
  "/teach/:course/:lesson/quiz": as("instructor", "/teach/jerusalem-through-the-ages/trial-spring-to-dome/quiz"),
  "/teach/:course/:lesson/accommodations": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/accommodations",
  ),
  "/teach/:course/:lesson/preview": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/preview?seed=5",
  ),
  "/teach/:course/:lesson/print": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/trial-spring-to-dome/print?seed=5&variants=2",
  ),
  // Looked at with the journey of an instructor who makes a lecture.
  "/teach/:course/:lesson": nothingToSee,
  "/teach/:course/questions/import": as("instructor", "/teach/jerusalem-through-the-ages/questions/import"),
  "/teach/:course/questions/export": nothingToSee,
  "/teach/:course/reports": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/reports"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/reports?from=2027-02-01&until=2027-01-01"),
  ],
  "/teach/:course/reports/completions": as("instructor", "/teach/jerusalem-through-the-ages/reports/completions"),
  "/teach/:course/reports/lessons": as("instructor", "/teach/jerusalem-through-the-ages/reports/lessons"),
  "/teach/:course/reports/duration": as("instructor", "/teach/jerusalem-through-the-ages/reports/duration"),
  "/teach/:course/reports/questions": as("instructor", "/teach/jerusalem-through-the-ages/reports/questions"),
  "/teach/:course/reports/lectures": as("instructor", "/teach/jerusalem-through-the-ages/reports/lectures"),
  "/teach/:course/reports/grades": as("instructor", "/teach/jerusalem-through-the-ages/reports/grades"),
  "/teach/:course/reports/:part.csv": nothingToSee,
  "/teach/:course/grades": as("instructor", "/teach/jerusalem-through-the-ages/grades"),
  "/teach/:course/grades.csv": nothingToSee,
  "/teach/:course/grades/import": as("instructor", "/teach/jerusalem-through-the-ages/grades/import"),
  // Looked at with the journey of a grade that is given.
  "/teach/:course/grades/:enrolment/:lesson": nothingToSee,
  "/teach/:course/grading": as("instructor", "/teach/jerusalem-through-the-ages/grading"),
  "/teach/:course/grading/next": nothingToSee,
  // Looked at with the journey of an essay that is graded.
  "/teach/:course/grading/:attempt/:slot": nothingToSee,
  "/teach/:course/questions": as("instructor", "/teach/jerusalem-through-the-ages/questions"),
  "/teach/:course/questions/new": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/questions/new"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/questions/new?type=place-on-picture"),
  ],
  "/teach/:course/references": [
    ...as("instructor", "/teach/jerusalem-through-the-ages/references"),
    ...as("instructor", "/teach/jerusalem-through-the-ages/references?kind=book"),
  ],
  "/teach/:course/references/export": nothingToSee,
  "/teach/:course/questions/categories": as("instructor", "/teach/jerusalem-through-the-ages/questions/categories"),
  // Looked at with the journey of an instructor who writes a question.
  "/teach/:course/questions/:question": nothingToSee,
  "/teach/:course/questions/:question/versions/:number": nothingToSee,
  // Looked at with the journey of an essay and of a key that is put right.
  "/teach/:course/:lesson/results": nothingToSee,
  "/teach/:course/:lesson/results/attempts": nothingToSee,
  "/teach/:course/:lesson/results/attempts.csv": nothingToSee,
  "/teach/:course/:lesson/results/attempts/:attempt": nothingToSee,
  "/teach/:course/:lesson/results/questions": nothingToSee,
  "/teach/:course/:lesson/results/questions/:version": nothingToSee,
  "/teach/:course/:lesson/results/questions/:version/correct": nothingToSee,
  "/teach/:course/:lesson/results/corrections/:correction": nothingToSee,
  "/teach/:course/outline": as("instructor", "/teach/jerusalem-through-the-ages/outline"),
  "/teach/:course": as("instructor", "/teach/jerusalem-through-the-ages"),
  "/teach/:course/learners": as(
    "instructor",
    "/teach/jerusalem-through-the-ages/learners",
    "/teach/jerusalem-through-the-ages/learners?state=unseen30&sort=name",
  ),
  "/teach/:course/learners.csv": nothingToSee,
  "/teach/:course/messages": as("instructor", "/teach/jerusalem-through-the-ages/messages"),
  "/teach/:course/messages/new": as("instructor", "/teach/jerusalem-through-the-ages/messages/new?state=active"),
  // Looked at with the journey of an instructor who writes one.
  "/teach/:course/messages/:message": nothingToSee,
  // Each learner's has its own address: the journey of one looks at it.
  "/teach/:course/learners/:enrolment": nothingToSee,
  "/teach/:course/look": as("instructor", "/teach/jerusalem-through-the-ages/look?as=guest"),
  "/teach/:course/look/:lesson": as("instructor", "/teach/jerusalem-through-the-ages/look/site-and-water?as=graduate"),
  "/teach/:course/release": as("instructor", "/teach/jerusalem-through-the-ages/release"),
};
