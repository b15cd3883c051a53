import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const all = (letter: string) => letter.repeat(8);
const PUBLIC = all("o");
const HIDDEN = all("-");
const PEOPLE = "sooooooo";

/** Who learns in a course: who has a place in it. These come last, for they end it. */
export function learnRows({
  course,
  lesson,
  previewLesson,
  lecture,
  enrolmentId,
  lessonId,
  cohortId,
  sitting,
}: Scene): Row[] {
  const lessonRow = (what: string, slug: string, gets: string): Row => ({
    file: "routes/learn/lesson.tsx",
    call: "loader",
    what,
    path: `/learn/${course}/${slug}`,
    params: { course, lesson: slug },
    gets,
  });
  const complete = { enrolmentId, lessonId };
  const playback = { path: `/resources/playback/${course}/${lecture}`, params: { course, lesson: lecture } };
  const transcript = {
    path: `/resources/transcripts/${course}/${lesson}/ar`,
    params: { course, lesson, language: "ar" },
  };
  const inCourse = { path: `/learn/${course}`, params: { course } };
  return [
    { file: "routes/learn/my-learning.tsx", call: "loader", path: "/learn", gets: PEOPLE },
    { file: "routes/learn/course.tsx", call: "loader", ...inCourse, gets: "smommmmm" },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "unknown intent",
      ...inCourse,
      form: {},
      gets: "s-------",
    },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "names without letters",
      ...inCourse,
      form: { intent: "check-names", fullNameLatin: "1" },
      gets: "sbbbbbbb",
    },
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "ask for the certificate of what is not finished",
      ...inCourse,
      form: { intent: "claim-certificate" },
      gets: "s-------",
    },
    lessonRow("of the course", lesson, "smomoomo"),
    lessonRow("free preview", previewLesson, PUBLIC),
    {
      file: "routes/learn/lesson.tsx",
      call: "action",
      what: "complete for the enrolled learner",
      path: `/learn/${course}/${lesson}`,
      params: { course, lesson },
      form: { intent: "complete", ...complete },
      gets: "s-m-----",
    },
    { file: "routes/resources/playback.ts", call: "loader", ...playback, gets: "--o-oo-o" },
    { file: "routes/resources/transcript.ts", call: "loader", ...transcript, gets: HIDDEN },
    { file: "routes/resources/data-use.ts", call: "loader", path: "/resources/data-use", gets: HIDDEN },
    {
      file: "routes/resources/data-use.ts",
      call: "action",
      path: "/resources/data-use",
      json: { sitting: "1-2-3-4-5", month: "2026-11", bytes: 1 },
      gets: PEOPLE,
    },
    {
      file: "routes/resources/data-use.ts",
      call: "action",
      what: "more than there can be",
      path: "/resources/data-use",
      json: { sitting: "1-2-3-4-5", month: "2026-11", bytes: 1e12 },
      gets: "sbbbbbbb",
    },
    { file: "routes/resources/completions.ts", call: "loader", path: "/resources/completions", gets: HIDDEN },
    {
      file: "routes/resources/completions.ts",
      call: "action",
      path: "/resources/completions",
      form: complete,
      gets: "s-o-----",
    },
    { file: "routes/resources/places.ts", call: "loader", path: "/resources/places", gets: HIDDEN },
    {
      file: "routes/resources/places.ts",
      call: "action",
      path: "/resources/places",
      form: { ...complete, place: "10" },
      // Sent while leaving: nobody hears the answer. Whose place moves is proven by the tests of effects.
      gets: PEOPLE,
    },
    { file: "routes/resources/beats.ts", call: "loader", path: "/resources/beats", gets: HIDDEN },
    {
      file: "routes/resources/beats.ts",
      call: "action",
      path: "/resources/beats",
      json: { sitting, beats: [{ from: 0, to: 1, start: 0, end: 1_000 }], position: { at: 1, moment: 1_000 } },
      gets: "s-o-----",
    },
    {
      file: "routes/resources/beats.ts",
      call: "action",
      what: "no beats at all",
      path: "/resources/beats",
      json: { sitting },
      gets: "sbbbbbbb",
    },
    {
      file: "routes/public/course.tsx",
      call: "action",
      what: "enrol in a cohort",
      path: `/courses/${course}`,
      params: { course },
      form: { intent: "enrol", cohort: cohortId },
      gets: "smmmmmmm",
    },
    // Last of all, for it ends the enrolment that the rows above speak of.
    {
      file: "routes/learn/course.tsx",
      call: "action",
      what: "withdraw",
      ...inCourse,
      form: { intent: "withdraw" },
      gets: "smmmmmmm",
    },
  ];
}
