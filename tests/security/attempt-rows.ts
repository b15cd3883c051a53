import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const all = (letter: string) => letter.repeat(8);
const HIDDEN = all("-");

/** A file is sent by her whose attempt it is, and fetched by her and by those who teach the course. */
export function answerFileRows({ attemptId, answerFileId }: Scene): Row[] {
  const files = {
    file: "routes/resources/answer-files.ts",
    path: `/resources/answer-files?attempt=${attemptId}&slot=2&name=a.pdf`,
  } as const;
  return [
    { ...files, call: "loader", gets: HIDDEN },
    { ...files, call: "action", what: "nothing in it", form: {}, gets: "s-b-----" },
    {
      file: "routes/resources/answer-file.ts",
      call: "loader",
      path: `/resources/answer-files/${answerFileId}`,
      params: { file: answerFileId },
      gets: "s-o-oo-o",
    },
  ];
}

/** An attempt is its learner's alone. */
export function attemptRows({ attemptId, course, quiz: lesson }: Scene): Row[] {
  const answers = { file: "routes/resources/answers.ts", path: "/resources/answers" } as const;
  const attempts = { file: "routes/resources/attempts.ts", path: "/resources/attempts" } as const;
  const edits = [{ slot: 1, sequence: 1, value: { choice: null }, madeAt: 0 }];
  const path = `/learn/${course}/${lesson}`;
  const page = { file: "routes/learn/lesson.tsx", path, params: { course, lesson } } as const;
  const sitting = {
    file: "routes/learn/attempt.tsx",
    path: `${path}/attempts/${attemptId}`,
    params: { course, lesson, attempt: attemptId },
  } as const;
  const json = { attemptId, device: "0199a2a0-0000-7000-8000-000000000000", edits };
  return [
    { ...answers, call: "loader", gets: HIDDEN },
    { ...answers, call: "action", json, gets: "s-o-----" },
    { ...answers, call: "action", what: "none at all", json: {}, gets: "sbbbbbbb" },
    { ...attempts, call: "loader", gets: HIDDEN },
    { ...attempts, call: "action", what: "begin", json: { course, lesson }, gets: "s-o-----" },
    { ...attempts, call: "action", what: "nothing said", json: {}, gets: "sbbbbbbb" },
    { ...page, call: "loader", what: "a quiz", gets: "smomoomo" },
    { ...page, call: "action", what: "begin an attempt", form: { intent: "begin" }, gets: "smmm--m-" },
    { ...sitting, call: "loader", gets: "s-o-----" },
    { ...sitting, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    // Of a quiz that may be gone through as one likes, nobody has a next question.
    { ...sitting, call: "action", what: "go on", form: { intent: "advance", slot: "2" }, gets: "s-------" },
    // Last, for it ends the attempt.
    { ...sitting, call: "action", what: "hand in", form: { intent: "submit" }, gets: "s-m-----" },
  ];
}
