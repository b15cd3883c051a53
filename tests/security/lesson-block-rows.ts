import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

// Owner and teachers of the course, and admins.
const EDITORS = "s----o-o";

/** Who may see and change the bibliography of a course, and answer the questions of its texts. */
export function lessonBlockRows({ course, lesson, previewLesson, questionId: question }: Scene): Row[] {
  const page = {
    file: "routes/teach/references.tsx",
    path: `/teach/${course}/references`,
    params: { course },
  } as const;
  const file = { file: "routes/teach/export-references.ts", params: { course }, call: "loader" } as const;
  const asked = (slug: string) =>
    ({
      file: "routes/resources/self-checks.ts",
      path: `/resources/self-checks/${course}/${slug}/${question}`,
      params: { course, lesson: slug, question },
    }) as const;
  const NOBODY = "--------";
  return [
    { ...asked(lesson), call: "loader", what: "a question that no text asks", gets: NOBODY },
    { ...asked(previewLesson), call: "action", what: "nothing", form: {}, gets: "bbbbbbbb" },
    {
      ...asked(previewLesson),
      call: "action",
      what: "a question that no text asks",
      form: { answer: "[]" },
      gets: NOBODY,
    },
    { ...page, call: "loader", gets: EDITORS },
    { ...page, call: "loader", what: "no such work", path: `${page.path}?work=nobody`, gets: "s-------" },
    { ...page, call: "action", what: "no intent", form: {}, gets: "s-------" },
    {
      ...page,
      call: "action",
      what: "nothing that can be read",
      form: { intent: "import", text: "nothing" },
      gets: "s----422-422",
    },
    { ...file, path: `${page.path}/export?format=bibtex`, gets: EDITORS },
  ];
}
