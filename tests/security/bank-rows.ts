import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

// Owner and teachers of the course, and admins.
const EDITORS = "s----o-o";
const SENT_ON = "s----m-m";
const NOBODY = "s-------";

/** Who may see and change the question bank of a course. */
export function bankRows({ course, questionId }: Scene): Row[] {
  const bank = `/teach/${course}/questions`;
  const row = (file: string, path: string, rest: Pick<Row, "call" | "gets"> & Partial<Row>): Row => ({
    file: `routes/teach/${file}`,
    path: `${bank}${path}`,
    params: { course },
    ...rest,
  });
  const one = { params: { course, question: questionId } };
  const version = { params: { course, question: questionId, number: "1" } };
  const act = (what: string, form: Record<string, string>, gets: string): Row =>
    row("questions.tsx", "", { call: "action", what, form, gets });
  const question = questionId;
  return [
    row("questions.tsx", "", { call: "loader", gets: EDITORS }),
    act("unknown intent", {}, NOBODY),
    act("none chosen", { intent: "remove" }, "s---bbbb"),
    act("tag", { intent: "tag", question, tag: "hard" }, SENT_ON),
    act("untag", { intent: "untag", question, tag: "hard" }, SENT_ON),
    act("move", { intent: "move", question, category: "none" }, SENT_ON),
    act("copy", { intent: "copy", question }, SENT_ON),
    act("remove", { intent: "remove", question }, SENT_ON),
    act("bring back", { intent: "bring-back", question }, SENT_ON),
    row("new-question.tsx", "/new", { call: "loader", gets: EDITORS }),
    row("question-categories.tsx", "/categories", { call: "loader", gets: EDITORS }),
    row("question-categories.tsx", "/categories", { call: "action", what: "unknown intent", form: {}, gets: NOBODY }),
    row("question-categories.tsx", "/categories", {
      call: "action",
      what: "add",
      form: { intent: "add", name: "Walls" },
      // The admin comes after the instructor, who took the name.
      gets: "s----m-422",
    }),
    row("question.tsx", `/${questionId}`, { ...one, call: "loader", gets: EDITORS }),
    row("question.tsx", `/${questionId}`, { ...one, call: "action", what: "unknown intent", form: {}, gets: NOBODY }),
    row("question.tsx", `/${questionId}`, {
      ...one,
      call: "action",
      what: "copy",
      form: { intent: "copy" },
      gets: SENT_ON,
    }),
    row("question-version.tsx", `/${questionId}/versions/1`, { ...version, call: "loader", gets: EDITORS }),
    row("question-version.tsx", `/${questionId}/versions/1`, {
      ...version,
      call: "action",
      what: "restore",
      form: { intent: "restore" },
      gets: SENT_ON,
    }),
    ...resourceRows({ course, questionId }),
  ];
}

function resourceRows({ course, questionId }: Pick<Scene, "course" | "questionId">): Row[] {
  const type = "true-false";
  const drawn = { type, body: sampleQuestions[type]?.body ?? {} };
  const facts = { name: "Walls", tags: [], categoryId: null };
  const draft = { ...drawn, ...facts };
  const row = (file: string, call: Row["call"], rest: Pick<Row, "gets"> & Partial<Row>): Row => ({
    file: `routes/resources/${file}.ts`,
    path: `/resources/${file}/${course}`,
    params: { course },
    call,
    ...rest,
  });
  const ask = (what: string, json: unknown, gets: string) => row("question-drafts", "action", { what, json, gets });
  return [
    row("question-drafts", "loader", { gets: "-".repeat(8) }),
    ask("show", { intent: "show", ...drawn }, EDITORS),
    ask("try", { intent: "try", ...drawn, answer: { value: true } }, EDITORS),
    ask("save", { intent: "save", questionId: null, opened: null, draft }, EDITORS),
    // It is of another type than what is sent.
    ask("save over", { intent: "save", questionId, opened: { ...facts, current: 1 }, draft }, NOBODY),
    row("question-pictures", "loader", { gets: "-".repeat(8) }),
    row("question-pictures", "action", { what: "no picture", form: {}, gets: "s----422-422" }),
  ];
}
