import { randomUUID } from "node:crypto";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

// Owner and teachers of the course, and admins.
const EDITORS = "s----o-o";

/** Who may see and change the outline of a course's draft. */
export function outlineRows({ course }: Scene): Row[] {
  const params = { course };
  const file = "routes/resources/outlines.ts";
  const path = `/resources/outlines/${course}`;
  const post = (what: string, json: unknown, gets: string): Row => ({
    file,
    path,
    params,
    call: "action",
    what,
    json,
    gets,
  });
  const lesson = { kind: "text", section: randomUUID(), title: { ar: "درس" }, summary: {} };
  const outline = { sections: [] };
  return [
    { file: "routes/teach/outline.tsx", path: `/teach/${course}/outline`, params, call: "loader", gets: EDITORS },
    { file, path, params, call: "loader", gets: EDITORS },
    post("unfit", { before: 0, outline: {} }, "s---bbbb"),
    post("of another version", { before: 1_000_000, outline }, "s----c-c"),
    post("a lesson in no section of the course", { add: lesson }, "s-------"),
  ];
}
