import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const PEOPLE = "sooooooo";
const BAD = "sbbbbbbb";
const HIDDEN = "s-------";
const ADMIN = "s------o";
const BY_ADMIN = "s------b";
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

/** Who decides: admins, and nobody else knows that these pages are there. */
function adminRows(): Row[] {
  const list = { file: "routes/admin/scholarships.tsx", path: "/admin/scholarships" };
  const params = { scholarship: nobody };
  const one = { file: "routes/admin/scholarship.tsx", path: `/admin/scholarships/${nobody}`, params };
  const funds = { file: "routes/admin/funds.tsx", path: "/admin/funds" };
  const fund = { file: "routes/admin/fund.tsx", path: `/admin/funds/${nobody}`, params: { fund: nobody } };
  const refuse = { act: "refuse", reason: "Of nobody" };
  const grant = { act: "grant", share: "full", fund: "", message: "Of nobody" };
  const close = { intent: "close", reason: "Of nobody" };
  return [
    { ...list, call: "loader", gets: ADMIN },
    { file: "routes/admin/scholarships-csv.ts", call: "loader", path: "/admin/scholarships.csv", gets: ADMIN },
    { ...one, call: "loader", what: "of nobody", gets: HIDDEN },
    { ...one, call: "action", what: "unknown act", form: {}, gets: HIDDEN },
    { ...one, call: "action", what: "for no reason", form: { act: "refuse" }, gets: BY_ADMIN },
    {
      ...one,
      call: "action",
      what: "a part of no size",
      form: { act: "grant", share: "part", message: "So much" },
      gets: BY_ADMIN,
    },
    { ...one, call: "action", what: "refuse that of nobody", form: refuse, gets: HIDDEN },
    { ...one, call: "action", what: "grant that of nobody", form: grant, gets: HIDDEN },
    { ...funds, call: "loader", gets: ADMIN },
    { ...funds, call: "action", what: "nothing", form: { intent: "make" }, gets: BY_ADMIN },
    { ...fund, call: "loader", what: "that is not there", gets: HIDDEN },
    { ...fund, call: "action", what: "close what is not there", form: close, gets: HIDDEN },
  ];
}

export function scholarshipRows(scene: Scene): Row[] {
  return [...learnerRows(scene), ...adminRows()];
}
