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
  const merging = { ...page, file: "routes/admin/merge-people.tsx", path: `${page.path}/merge` };
  return [
    { file: "routes/admin/people.tsx", call: "loader", path: "/admin/people?state=strange&cursor=x", gets: ADMIN },
    { file: "routes/admin/people-csv.ts", call: "loader", path: "/admin/people.csv?q=a", gets: ADMIN },
    { ...page, call: "loader", gets: ADMIN },
    { ...page, call: "loader", what: "of nobody", params: { person: nobody }, gets: "s-------" },
    act("unknown intent", {}, "s-------"),
    act("without a reason", { intent: "suspend", reason: " " }, "s------b"),
    ...invitationRows(),
    { ...merging, call: "loader", gets: ADMIN },
    { ...merging, call: "action", what: "without a reason", form: { keep: "this" }, gets: "s------b" },
    { file: "routes/account/viewing.ts", call: "loader", path: "/viewing", gets: "--------" },
    { file: "routes/account/viewing.ts", call: "action", path: "/viewing", form: {}, gets: "s-------" },
  ];
}

function invitationRows(): Row[] {
  const list = { file: "routes/admin/invitations.tsx", path: "/admin/invitations" };
  const inviting = { file: "routes/admin/invite-people.tsx", path: "/admin/invitations/new" };
  const taking = { file: "routes/account/invitation.tsx", path: "/invitations/spent", params: { token: "spent" } };
  const resend = { intent: "resend", invitation: nobody };
  const taken = { name: "Amina", password: "a gate of seven arches" };
  return [
    { ...list, call: "loader", gets: ADMIN },
    { ...list, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...list, call: "action", what: "of nobody", form: resend, gets: "s------c" },
    { ...inviting, call: "loader", gets: ADMIN },
    { ...inviting, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...inviting, call: "action", what: "nobody at all", form: { intent: "look" }, gets: "s------b" },
    { ...inviting, call: "action", what: "no list", form: { intent: "invite" }, gets: "s------b" },
    { ...taking, call: "loader", gets: "ommmmmmm" },
    { ...taking, call: "action", form: taken, gets: "cmmmmmmm" },
  ];
}
