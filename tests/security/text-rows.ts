import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

// Owner and teachers of the course, and admins.
const EDITORS = "s----o-o";

/** Who may see and change the text of a lesson of a draft. */
export function textRows({ course, draftQuiz: lesson }: Scene): Row[] {
  const params = { course, lesson };
  const page = (file: string, below = ""): Pick<Row, "file" | "path" | "params"> => ({
    file: `routes/teach/${file}`,
    path: `/teach/${course}/${lesson}/text${below}?language=en`,
    params,
  });
  const saved = {
    file: "routes/resources/lesson-texts.ts",
    path: `/resources/lesson-texts/${course}/${lesson}?language=en`,
    params,
  } as const;
  const markdown = { locale: "en", title: "A title", summary: "About it.", markdown: "<hr>" };
  const editing = {
    file: "routes/resources/editing.ts",
    path: `/resources/editing/${course}/${lesson}`,
    params,
  } as const;
  const tab = "00000000-0000-7000-8000-000000000000";
  const noVersion = { ...page("text-version.tsx", `/history/${tab}`), params: { ...params, version: tab } };
  return [
    { ...editing, call: "loader", gets: "--------" },
    { ...editing, call: "action", what: "nothing", json: {}, gets: "s---bbbb" },
    { ...editing, call: "action", what: "here I am", json: { tab, locale: "en" }, gets: EDITORS },
    { ...page("lesson-text.tsx"), call: "loader", gets: EDITORS },
    { ...page("lesson-text.tsx"), call: "action", what: "no language", form: {}, gets: "s-------" },
    {
      ...page("lesson-text.tsx"),
      call: "action",
      what: "a text that cannot be read",
      form: markdown,
      gets: "s----422-422",
    },
    { ...page("import-text.tsx", "/import"), call: "loader", gets: EDITORS },
    { ...page("import-text.tsx", "/import"), call: "action", what: "no file", form: {}, gets: "s----b-b" },
    { ...page("text-markdown.ts", ".md"), call: "loader", gets: EDITORS },
    { ...page("text-history.tsx", "/history"), call: "loader", gets: EDITORS },
    { ...noVersion, call: "loader", what: "that is none", gets: "s-------" },
    { ...noVersion, call: "action", what: "restore what is none", form: {}, gets: "s-------" },
    { ...saved, call: "loader", gets: EDITORS },
    { ...saved, call: "action", what: "nothing", json: {}, gets: "s---bbbb" },
  ];
}
