import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const nobody = "00000000-0000-7000-8000-000000000000";

/** What is done to people is proven where it is done: these rows ask for what cannot be. */
export function peopleRows({ actors }: Scene): Row[] {
  const learner = actors.enrolled?.id ?? nobody;
  const page = { file: "routes/admin/person.tsx", path: `/admin/people/${learner}`, params: { person: learner } };
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...page,
    call: "action",
    what,
    form,
    gets,
  });
  return [
    { file: "routes/admin/people.tsx", call: "loader", path: "/admin/people?state=strange&cursor=x", gets: ADMIN },
    { file: "routes/admin/people-csv.ts", call: "loader", path: "/admin/people.csv?q=a", gets: ADMIN },
    { ...page, call: "loader", gets: ADMIN },
    { ...page, call: "loader", what: "of nobody", params: { person: nobody }, gets: "s-------" },
    act("unknown intent", {}, "s-------"),
    act("without a reason", { intent: "suspend", reason: " " }, "s------b"),
    { file: "routes/account/viewing.ts", call: "loader", path: "/viewing", gets: "--------" },
    { file: "routes/account/viewing.ts", call: "action", path: "/viewing", form: {}, gets: "s-------" },
  ];
}
