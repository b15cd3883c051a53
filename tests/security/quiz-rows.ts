import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const HIDDEN = "--------";

/** Who takes questions into a course's bank and out of it: who may edit the course. */
export function exchangeRows({ course }: Scene): Row[] {
  const page = { path: `/teach/${course}/questions/import`, params: { course } };
  const importing = { file: "routes/teach/import-questions.tsx", ...page } as const;
  const upload = "00000000-0000-7000-8000-000000000000";
  return [
    { ...importing, call: "loader", gets: "s----o-o" },
    { ...importing, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...importing, call: "action", what: "look at no file", form: { intent: "look" }, gets: "s----422-422" },
    {
      ...importing,
      call: "action",
      what: "take what is not kept",
      form: { intent: "take", upload },
      gets: "s----c-c",
    },
    {
      file: "routes/teach/export-questions.ts",
      call: "loader",
      path: `/teach/${course}/questions/export?format=qti`,
      params: { course },
      gets: "s----o-o",
    },
  ];
}

/** Who makes quizzes: who may edit the course. */
export function quizRows({ course, draftQuiz: lesson, enrolmentId }: Scene): Row[] {
  const params = { course, lesson };
  const path = `/teach/${course}/${lesson}`;
  const page = (file: string, room = file) => ({ file: `routes/teach/${file}.tsx`, path: `${path}/${room}`, params });
  const plans = { file: "routes/resources/quiz-plans.ts", path: `/resources/quiz-plans/${course}/${lesson}`, params };
  const previews = {
    ...{ file: "routes/resources/quiz-previews.ts", params },
    path: `/resources/quiz-previews/${course}/${lesson}`,
  };
  const plan = JSON.stringify({ sections: [] });
  const rules = {
    ...{ before: "x", over: "on", timeZone: "UTC", counts: "best", passPercent: "60", completesOn: "passing" },
    graceSeconds: "60",
  };
  return [
    {
      file: "routes/teach/lecture.tsx",
      call: "loader",
      what: "of a quiz",
      path,
      params,
      gets: "s----m-m",
    },
    { ...page("quiz"), call: "loader", gets: "s----o-o" },
    { ...page("quiz"), call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...page("quiz"), call: "action", what: "rules", form: { intent: "rules", ...rules }, gets: "s----m-m" },
    // The quiz has no questions.
    { ...page("quiz"), call: "action", what: "release", form: { intent: "release" }, gets: "s----422-422" },
    { ...page("quiz-accommodations", "accommodations"), call: "loader", gets: "s----o-o" },
    { ...page("quiz-accommodations", "accommodations"), call: "action", what: "unknown", form: {}, gets: "s-------" },
    {
      ...page("quiz-accommodations", "accommodations"),
      call: "action",
      what: "more time for the enrolled learner",
      form: { intent: "grant", grantee: `enrolment:${enrolmentId}`, timeZone: "UTC", extraMinutes: "5", reason: "Ill" },
      gets: "s----m-m",
    },
    { ...page("quiz-preview", "preview"), call: "loader", gets: "s----o-o" },
    { ...page("quiz-print", "print"), call: "loader", gets: "s----o-o" },
    { ...previews, call: "loader", gets: HIDDEN },
    { ...previews, call: "action", form: { seed: "1", mark: "", answers: "{}" }, gets: "s----o-o" },
    { ...previews, call: "action", what: "no answers", form: {}, gets: "s---bbbb" },
    { ...plans, call: "loader", gets: "s----o-o" },
    { ...plans, call: "action", what: "of another state", form: { plan, before: "x" }, gets: "s----c-c" },
    { ...plans, call: "action", what: "no plan", form: { plan: "[]", before: "x" }, gets: "s---bbbb" },
  ];
}
