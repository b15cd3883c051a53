import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Grades are seen by all who teach the course, and given by its owner, its teachers and admins. */
export function gradebookRows({ course, enrolmentId, gradedLessonId, lessonId }: Scene): Row[] {
  const address = `/teach/${course}/grades`;
  const book = { path: address, params: { course } };
  const cell = (lesson: string) => ({
    file: "routes/teach/lesson-grade.tsx",
    path: `${address}/${enrolmentId}/${lesson}`,
    params: { course, enrolment: enrolmentId, lesson },
  });
  const own = cell(gradedLessonId);
  const importing = { file: "routes/teach/import-grades.tsx", path: `${address}/import`, params: { course } };
  return [
    { file: "routes/teach/grades.tsx", call: "loader", ...book, gets: "s---oo-o" },
    { file: "routes/teach/grades-csv.ts", call: "loader", ...book, gets: "s---oo-o" },
    { ...own, call: "loader", gets: "s---oo-o" },
    { ...cell(lessonId), call: "loader", what: "of a lesson that is not graded", gets: "s-------" },
    { ...own, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...own, call: "action", what: "give nothing", form: { intent: "give" }, gets: "s---bbbb" },
    {
      ...own,
      call: "action",
      what: "give",
      form: { intent: "give", percent: "50", reason: "Sat on paper" },
      gets: "s----m-m",
    },
    {
      ...own,
      call: "action",
      what: "take away what was given by then",
      form: { intent: "remove", removalReason: "By mistake" },
      // The first who may takes it away; for the second there is nothing more.
      gets: "s----m--",
    },
    { ...importing, call: "loader", gets: "s----o-o" },
    { ...importing, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...importing, call: "action", what: "no reason", form: { intent: "take", changes: "{}" }, gets: "s----b-b" },
  ];
}
