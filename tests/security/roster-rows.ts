import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

/** Whoever holds a role in the course, and admins: an assistant sees its learners too. */
export function rosterRows({ course }: Scene): Row[] {
  const room = `/teach/${course}`;
  const nothing = "00000000-0000-7000-8000-000000000000";
  const compose = { file: "routes/teach/new-message.tsx", path: `${room}/messages/new`, params: { course } } as const;
  const message = { audience: "all", formId: nothing, subject: "A walk", body: "On Saturday." };
  const learners = { path: `/teach/${course}/learners`, params: { course } };
  return [
    { file: "routes/teach/learners.tsx", call: "loader", ...learners, gets: "s---oo-o" },
    {
      ...{ file: "routes/teach/learners-csv.ts", call: "loader", path: `/teach/${course}/learners.csv` },
      ...{ params: { course }, gets: "s---oo-o" },
    },
    {
      file: "routes/teach/messages.tsx",
      call: "loader",
      path: `${room}/messages`,
      params: { course },
      gets: "s---oo-o",
    },
    {
      ...{ file: "routes/teach/message.tsx", call: "loader", what: "that nobody wrote" },
      ...{ path: `${room}/messages/${nothing}`, params: { course, message: nothing }, gets: "s-------" },
    },
    { ...compose, call: "loader", gets: "s---oo-o" },
    { ...compose, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...compose, call: "action", what: "preview of nothing", form: { intent: "preview" }, gets: "s---bbbb" },
    { ...compose, call: "action", what: "preview", form: { ...message, intent: "preview" }, gets: "s---oo-o" },
    { ...compose, call: "action", what: "go back to it", form: { ...message, intent: "change" }, gets: "s---oo-o" },
    // Many have a place in the course of the scene, and one was agreed to: it is shown anew, and not sent.
    {
      ...{ ...compose, call: "action", what: "send", form: { ...message, intent: "send", confirmed: "1" } },
      gets: "s---oo-o",
    },
  ];
}
