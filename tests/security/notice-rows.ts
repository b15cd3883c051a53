import { unsubscribeToken } from "#app/platform/mail/unsubscribe-token.server.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const all = (letter: string) => letter.repeat(8);
const ADMIN = "s------o";
const nobody = "00000000-0000-7000-8000-000000000000";

/** What one is told is one's own: a notice of the enrolled learner is there for nobody else. */
function ownRows({ noticeId }: Scene): Row[] {
  const list: Row = {
    ...{ file: "routes/account/notifications.tsx", call: "loader", path: "/account/notifications", gets: "sooooooo" },
  };
  const choices: Row = {
    ...{ file: "routes/account/notification-preferences.tsx", path: "/account/notifications/preferences" },
    ...{ call: "loader", gets: "sooooooo" },
  };
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...{ ...list, call: "action", what, form, gets },
  });
  return [
    list,
    { ...list, what: "of a cursor that is none", path: "/account/notifications?cursor=x" },
    act("unknown intent", {}, "s-------"),
    act("read the enrolled learner's", { intent: "read", notice: noticeId }, "s-m-----"),
    act("read all", { intent: "readAll", until: "2026-01-01T00:00:00Z" }, "smmmmmmm"),
    act("try the address again", { intent: "retryAddress" }, "smmmmmmm"),
    choices,
    { ...choices, call: "action", form: {}, gets: "sbbbbbbb" },
  ];
}

/** The token of a mail is the proof, whoever holds it. */
function openRows({ actors }: Scene): Row[] {
  const token = unsubscribeToken(actors.enrolled?.id ?? nobody, "release");
  const rows = (
    given: string,
    what: string,
    gets: [page: string, act: string, program: string, press: string],
  ): Row[] => {
    const page = {
      file: "routes/account/unsubscribe.tsx",
      path: `/unsubscribe/${given}`,
      params: { token: given },
      what,
    };
    const program = { ...page, file: "routes/resources/unsubscribe.ts", path: `/resources/unsubscribe/${given}` };
    return [
      { ...page, call: "loader", gets: all(gets[0]) },
      { ...page, call: "action", form: {}, gets: all(gets[1]) },
      { ...program, call: "loader", gets: all(gets[2]) },
      { ...program, call: "action", form: { "List-Unsubscribe": "One-Click" }, gets: all(gets[3]) },
    ];
  };
  const hook = { file: "routes/webhooks/mail.ts", path: "/webhooks/mail" };
  return [
    ...rows(token, "of a mail", ["o", "m", "m", "o"]),
    ...rows(`${nobody}.release.AAAAAAAAAAAAAAAAAAAAAA`, "that was not made here", ["-", "-", "-", "-"]),
    { ...hook, call: "loader", gets: all("-") },
    { ...hook, call: "action", json: { events: [] }, gets: all("-") },
  ];
}

function adminRows(): Row[] {
  const page = (file: string, path: string, params: Row["params"] = {}): Row => ({
    ...{ file: `routes/admin/${file}`, call: "loader", path, params, gets: ADMIN },
  });
  const letter = page("mail.tsx", "/admin/mails/welcome", { letter: "welcome" });
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...{ ...letter, call: "action", what, form: { language: "en", ...form }, gets },
  });
  const addresses = page("bounced-addresses.tsx", "/admin/mails/addresses");
  const preview: Row = {
    ...{ file: "routes/resources/letter-preview.ts", path: "/resources/letter-preview/welcome/ar", call: "loader" },
    ...{ params: { letter: "welcome", language: "ar" }, gets: ADMIN },
  };
  return [
    page("mails.tsx", "/admin/mails"),
    letter,
    { ...page("mail.tsx", "/admin/mails/nothing", { letter: "nothing" }), what: "that is not", gets: "s-------" },
    act("no language", { intent: "save", language: "" }, "s------b"),
    act("something unknown filled in", { intent: "save", "words.k0": "{{nothing}}" }, "s------b"),
    act("the same words", { intent: "save" }, "s------m"),
    act("the default", { intent: "default" }, "s------m"),
    act("a test", { intent: "test" }, "s------o"),
    act("a version that is not", { intent: "bringBack", number: "9" }, "s-------"),
    preview,
    { ...preview, what: "in no language", params: { letter: "welcome", language: "xx" }, gets: "s-------" },
    { ...preview, call: "action", form: { language: "ar", "words.k0": "x" } },
    addresses,
    { ...addresses, call: "action", form: { email: "a@example.org" }, gets: "s------b" },
    {
      ...{ ...addresses, call: "action", what: "that mail did not come back from", gets: "s------m" },
      form: { email: "a@example.org", reason: "She says that it works." },
    },
  ];
}

export function noticeRows(scene: Scene): Row[] {
  return [...ownRows(scene), ...openRows(scene), ...adminRows()];
}
