import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const PEOPLE = "sooooooo";
const BAD = "sbbbbbbb";
const HIDDEN = "s-------";
const nobody = "00000000-0000-7000-8000-000000000000";

/** Who asks for a scholarship: whoever is signed in, for what costs something, and only of her own. */
function learnerRows({ course, pricedCourse }: Scene): Row[] {
  const page = { file: "routes/public/scholarship.tsx" };
  const priced = { ...page, path: `/courses/${pricedCourse}/scholarship`, params: { course: pricedCourse } };
  const mine = { file: "routes/account/scholarships.tsx", path: "/account/scholarships" };
  const withdraw = { intent: "withdraw", scholarship: nobody };
  return [
    { ...priced, call: "loader", gets: PEOPLE },
    { ...page, call: "loader", what: "of a free course", path: "/", params: { course }, gets: HIDDEN },
    { ...priced, call: "action", what: "nothing", form: {}, gets: BAD },
    { ...priced, call: "action", what: "too short", form: { intent: "apply", text: "Please" }, gets: BAD },
    { ...priced, call: "action", what: "withdraw that of nobody", form: withdraw, gets: HIDDEN },
    { ...mine, call: "loader", gets: PEOPLE },
    { ...mine, call: "action", what: "nothing", form: {}, gets: BAD },
    { ...mine, call: "action", what: "withdraw that of nobody", form: withdraw, gets: HIDDEN },
  ];
}

export function scholarshipRows(scene: Scene): Row[] {
  return learnerRows(scene);
}
