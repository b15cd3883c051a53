import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const ADMIN = "s------o";
const nobody = "00000000-0000-7000-8000-000000000000";

/** The scene's group is coordinated by the enrolled learner: for all others, admins too, it is not there. */
function coordinatorRows({ groupId }: Scene): Row[] {
  const own = (file: string, path: string): Row => ({
    file: `routes/account/${file}`,
    call: "loader",
    path,
    params: { group: groupId },
    gets: "s-o-----",
  });
  const room = `/account/groups/${groupId}`;
  const page = own("group.tsx", room);
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...page,
    call: "action",
    what,
    form,
    gets,
  });
  const codes = own("group-codes.tsx", `${room}/codes`);
  const invitees = JSON.stringify([{ name: "", email: "a@example.org" }]);
  return [
    { ...own("groups.tsx", "/account/groups"), params: {}, gets: "sooooooo" },
    page,
    { ...page, what: "mistyped", params: { group: "1" }, gets: "s-------" },
    act("unknown intent", {}, "s-------"),
    act("look at nothing", { intent: "look", text: "" }, "s-c-----"),
    act("look", { intent: "look", text: "a@example.org" }, "s-o-----"),
    act("invite what is no list", { intent: "invite", language: "ar", invitees: "[" }, "s-b-----"),
    act("invite", { intent: "invite", language: "ar", invitees }, "s-m-----"),
    act("send again what nobody sent", { intent: "resend", code: nobody }, "s-c-----"),
    act("take back what nobody sent", { intent: "takeBack", code: nobody }, "s-c-----"),
    act("hand out", { intent: "handOut", seats: "1" }, "s-m-----"),
    codes,
    { ...codes, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    own("group-codes-csv.ts", `${room}/codes.csv`),
    { ...codes, call: "action", what: "take back", form: { intent: "takeBackCodes" }, gets: "s-m-----" },
  ];
}

function adminRows({ groupId }: Scene): Row[] {
  const page = (file: string, path: string, params: Row["params"] = {}): Row => ({
    ...{ file: `routes/admin/${file}`, call: "loader", path, params, gets: ADMIN },
  });
  const group = page("group.tsx", `/admin/groups/${groupId}`, { group: groupId });
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...group,
    call: "action",
    what,
    form,
    gets,
  });
  const opening = page("new-group.tsx", "/admin/groups/new");
  return [
    page("groups.tsx", "/admin/groups"),
    opening,
    { ...opening, call: "action", form: {}, gets: "s------b" },
    group,
    { ...page("group.tsx", `/admin/groups/${nobody}`, { group: nobody }), what: "that is not", gets: "s-------" },
    act("unknown intent", {}, "s-------"),
    act("more seats", { intent: "more", seats: "1", reference: "INV-2" }, "s------m"),
    act("change", { intent: "change", coordinatorEmail: "not an address" }, "s------b"),
    // Last, for it ends the group.
    act("close", { intent: "close", reason: "Not paid" }, "s------m"),
  ];
}

/** Who has a code: it is the proof, whoever holds it. */
function publicRows({ pricedCourse, course }: Scene): Row[] {
  const redeem = { file: "routes/public/redeem.tsx", path: "/redeem" };
  const seats = {
    file: "routes/public/seats.tsx",
    path: `/courses/${pricedCourse}/seats`,
    params: { course: pricedCourse },
  };
  return [
    { ...redeem, call: "loader", gets: "oooooooo" },
    { ...redeem, call: "loader", what: "of no code", path: "/redeem?code=AAAA-BBBB-CCCC", gets: "oooooooo" },
    { ...redeem, call: "action", what: "of no code", form: { code: "AAAA-BBBB-CCCC" }, gets: "sccccccc" },
    { ...redeem, call: "action", what: "nothing", form: {}, gets: "bbbbbbbb" },
    { ...seats, call: "loader", gets: "oooooooo" },
    { ...seats, call: "loader", what: "of a free course", params: { course }, gets: "--------" },
    { ...seats, call: "action", what: "none", form: { quantity: "0" }, gets: "sbbbbbbb" },
  ];
}

export function groupRows(scene: Scene): Row[] {
  return [...publicRows(scene), ...coordinatorRows(scene), ...adminRows(scene)];
}
