import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Whoever holds a role in the course, and admins: an assistant sees its learners too. */
export function rosterRows({ course }: Scene): Row[] {
  const learners = { path: `/teach/${course}/learners`, params: { course } };
  return [
    { file: "routes/teach/learners.tsx", call: "loader", ...learners, gets: "s---oo-o" },
    {
      ...{ file: "routes/teach/learners-csv.ts", call: "loader", path: `/teach/${course}/learners.csv` },
      ...{ params: { course }, gets: "s---oo-o" },
    },
  ];
}
