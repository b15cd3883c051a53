import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const EDITORS = "s----o-o";
const SENT_ON = "s----m-m";
const NOBODY = "s-------";

/** Whoever may teach may make courses; who may end one is her who owns it. */
export function courseMakingRows({ course, cohortId }: Scene): Row[] {
  const list = { file: "routes/teach/courses.tsx", path: "/teach" } as const;
  const make = { file: "routes/teach/new-course.tsx", path: "/teach/new" } as const;
  const filled = { title: "Gates", sourceLocale: "en", locales: "ar", subject: "history", level: "beginner" };
  const settings = {
    file: "routes/teach/settings.tsx",
    path: `/teach/${course}/settings`,
    params: { course },
  } as const;
  const set = (intent: string, form: Record<string, string>, gets: string): Row => ({
    ...settings,
    call: "action",
    what: intent,
    form: { intent, timeZone: "UTC", ...form },
    gets,
  });
  const people = {
    file: "routes/teach/instructors.tsx",
    path: `/teach/${course}/instructors`,
    params: { course },
  } as const;
  const tell = (intent: string, form: Record<string, string>, gets: string): Row => ({
    ...people,
    call: "action",
    what: intent,
    form: { intent, ...form },
    gets,
  });
  const reason = "She asked for it";
  const token = "t".repeat(43);
  const invitation = {
    file: "routes/teach/invitation.tsx",
    path: `/teach/invitations/${token}`,
    params: { token },
  } as const;
  const bring = { file: "routes/teach/import-package.tsx", path: "/teach/import" } as const;
  return [
    { ...bring, call: "loader", gets: "s---oooo" },
    { ...bring, call: "action", what: "unknown intent", form: {}, gets: NOBODY },
    { ...bring, call: "action", what: "look at nothing", form: { intent: "look" }, gets: "s---422422422422" },
    {
      ...bring,
      call: "action",
      what: "take what is not kept",
      form: { intent: "take", upload: "a".repeat(64) },
      gets: "s---422422422422",
    },
    {
      ...{ file: "routes/teach/export-course.ts", call: "loader", path: `/teach/${course}/export`, params: { course } },
      gets: EDITORS,
    },
    { ...settings, call: "loader", gets: EDITORS },
    set("unknown", {}, NOBODY),
    set("texts", {}, "s----b-b"),
    set("address", { slug: "a b" }, "s----b-b"),
    set("place", { subject: "history", level: "beginner" }, SENT_ON),
    set("cover", { cover: "media/none.png" }, "s----422-422"),
    set("add-language", { language: "fr" }, SENT_ON),
    set("remove-language", { language: "fr" }, SENT_ON),
    set("source-language", { language: "ar" }, SENT_ON),
    set("price", { amount: "0", currency: "USD" }, SENT_ON),
    set("enrolment", { selfPaced: "on" }, SENT_ON),
    set("cohort", {}, "s----b-b"),
    set("remove-cohort", { id: course }, "s----b-b"),
    set("add-prerequisite", { prerequisite: course }, "s----422-422"),
    set("remove-prerequisite", { prerequisite: course }, SENT_ON),
    set("completion", { completionRule: "acknowledge", watchThreshold: "90" }, SENT_ON),
    // The owner and admins alone end a course, and a press of a wrong name ends nothing.
    set("delete", { typed: "something else" }, "s----422-422"),
    { ...people, call: "loader", gets: EDITORS },
    tell("unknown", {}, NOBODY),
    tell("invite", { email: "nobody", role: "teacher" }, "s---bbbb"),
    tell("withdraw", { invitation: cohortId }, SENT_ON),
    tell("change-role", { instructor: cohortId, role: "teacher", reason }, NOBODY),
    tell("hand-over", { instructor: cohortId, reason }, NOBODY),
    tell("remove", { instructor: cohortId, reason }, NOBODY),
    { ...invitation, call: "loader", what: "unknown", gets: NOBODY },
    { ...invitation, call: "action", what: "unknown", form: {}, gets: NOBODY },
    { ...make, call: "loader", gets: "s---oooo" },
    { ...make, call: "action", what: "nothing said", form: {}, gets: "s---bbbb" },
    { ...make, call: "action", what: "make", form: filled, gets: "s---mmmm" },
    { ...list, call: "action", what: "unknown intent", form: {}, gets: "s-------" },
    { ...list, call: "action", what: "put back what is there", form: { intent: "put-back", course }, gets: "s-------" },
  ];
}
