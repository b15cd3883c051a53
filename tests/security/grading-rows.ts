import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Who sees results: all who teach the course. Who corrects: who may release it. */
export function resultRows({ course, quiz: lesson, satAttemptId: attempt, satVersionId: version }: Scene): Row[] {
  const params = { course, lesson };
  const path = `/teach/${course}/${lesson}/results`;
  const correct = {
    file: "routes/teach/correct-question.tsx",
    path: `${path}/questions/${version}/correct`,
    params: { ...params, version },
  } as const;
  const drop = { what: "drop", body: "{}", reason: "It was asked twice." };
  const correction = { ...params, correction: version };
  const page = (file: string, rest: string, more: Record<string, string> = {}): Row => ({
    file: `routes/teach/${file}`,
    call: "loader",
    path: `${path}${rest}`,
    params: { ...params, ...more },
    gets: "s---oo-o",
  });
  return [
    page("results.tsx", ""),
    page("results-attempts.tsx", "/attempts"),
    page("results-attempts-csv.ts", "/attempts.csv"),
    page("results-attempt.tsx", `/attempts/${attempt}`, { attempt }),
    page("results-questions.tsx", "/questions"),
    page("results-question.tsx", `/questions/${version}`, { version }),
    { ...page("results-correction.tsx", `/corrections/${version}`, correction), gets: "s-------" },
    { ...correct, call: "loader", gets: "s----o-o" },
    { ...correct, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...correct, call: "action", what: "see first", form: { ...drop, intent: "preview" }, gets: "s----o-o" },
    { ...correct, call: "action", what: "without a reason", form: { what: "drop", intent: "apply" }, gets: "s----b-b" },
    { ...correct, call: "action", what: "drop", form: { ...drop, intent: "apply" }, gets: "s----m-m" },
  ];
}

/** Who grades: all who teach the course. */
export function gradingRows({ course, satAttemptId: attempt }: Scene): Row[] {
  const queue = { path: `/teach/${course}/grading`, params: { course } };
  const answer = {
    file: "routes/teach/grade-answer.tsx",
    path: `/teach/${course}/grading/${attempt}/2`,
    params: { course, attempt, slot: "2" },
  } as const;
  const first = { ...answer, path: `/teach/${course}/grading/${attempt}/1`, params: { course, attempt, slot: "1" } };
  const form = { intent: "save", points: "none" };
  return [
    { file: "routes/teach/grading.tsx", call: "loader", ...queue, gets: "s---oo-o" },
    { file: "routes/teach/next-answer.ts", call: "loader", ...queue, gets: "s---mm-m" },
    { ...answer, call: "loader", gets: "s---oo-o" },
    { ...first, call: "loader", what: "that no person grades", gets: "s-------" },
    { ...answer, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...answer, call: "action", what: "no points", form, gets: "s---422422-422" },
  ];
}
