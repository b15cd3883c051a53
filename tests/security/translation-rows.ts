import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

// Owner and teachers of the course, and admins.
const EDITORS = "s----o-o";

/** Who may see and change the translations of a course's lessons. */
export function translationRows({ course, draftQuiz: lesson }: Scene): Row[] {
  const pair = { course, lesson, language: "en" };
  const page: Row = {
    file: "routes/teach/translation.tsx",
    call: "loader",
    path: `/teach/${course}/${lesson}/translation/en`,
    params: pair,
    gets: EDITORS,
  };
  const foreign = { ...page, path: `/teach/${course}/${lesson}/translation/fr`, params: { ...pair, language: "fr" } };
  const change: Row = {
    file: "routes/resources/translations.ts",
    call: "action",
    what: "nothing",
    path: `/resources/translations/${course}/${lesson}/en`,
    params: pair,
    json: {},
    gets: "s---bbbb",
  };
  const table: Row = {
    file: "routes/teach/translations.tsx",
    call: "loader",
    path: `/teach/${course}/translations`,
    params: { course },
    gets: EDITORS,
  };
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...table,
    call: "action",
    ...{ what, form, gets },
  });
  return [
    page,
    { ...foreign, what: "a language that the course has not", gets: "s-------" },
    change,
    table,
    act("unknown intent", {}, "s-------"),
    act("take what is no XLIFF", { intent: "take", xliff: "none" }, "s----422-422"),
    {
      file: "routes/teach/export-translations.ts",
      call: "loader",
      path: `/teach/${course}/translations.xlf?language=en`,
      params: { course },
      gets: EDITORS,
    },
  ];
}
