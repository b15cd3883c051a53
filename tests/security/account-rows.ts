import { drawSerial, writeSerial } from "#app/features/certificate/serial.ts";
import type { Row } from "./row.ts";
import type { Scene } from "./scene.ts";

const all = (letter: string) => letter.repeat(8);
const PUBLIC = all("o");
const GUESTS = "ommmmmmm";
const PEOPLE = "sooooooo";

/** Whose certificate may be hidden or corrected is proven by the tests of effects. */
function certificateRows(own: Row): Row[] {
  const act = (what: string, form: Record<string, string>, gets: string): Row => ({
    ...own,
    call: "action",
    what,
    form,
    gets,
  });
  const serial = writeSerial(drawSerial(() => 7));
  return [
    own,
    act("unknown intent", {}, "s-------"),
    act("names without letters", { intent: "check-names", fullNameLatin: "1" }, "sbbbbbbb"),
    act("hide the names of what nobody issued", { intent: "hide-names", serial, hidden: "true" }, "s-------"),
    act("correct what nobody issued", { intent: "ask-for-correction", serial, namesLatin: "Amina" }, "s-------"),
  ];
}

/** How one comes in, and what is one's own. */
export function accountRows({ sessionId, orderNumber }: Scene): Row[] {
  const guestPage = (file: string, path: string): Row[] => [
    { file: `routes/account/${file}`, call: "loader", path, gets: GUESTS },
    { file: `routes/account/${file}`, call: "action", path, form: {}, gets: "bmmmmmmm" },
  ];
  const openPage = (file: string, path: string, action: string): Row[] => [
    { file: `routes/account/${file}`, call: "loader", path, gets: PUBLIC },
    { file: `routes/account/${file}`, call: "action", path, form: {}, gets: action },
  ];
  const own = (file: string, path: string, loader = PEOPLE): Row => ({
    file: `routes/account/${file}`,
    call: "loader",
    path,
    gets: loader,
  });
  const security = "routes/account/security.tsx";
  return [
    ...guestPage("sign-up.tsx", "/sign-up"),
    ...guestPage("sign-in.tsx", "/sign-in"),
    // Without a sign-in that waits for its second step there is nothing to show: back to the first.
    { file: "routes/account/second-factor.tsx", call: "loader", path: "/sign-in/code", gets: "smmmmmmm" },
    { file: "routes/account/second-factor.tsx", call: "action", path: "/sign-in/code", form: {}, gets: "bmmmmmmm" },
    ...openPage("forgotten-password.tsx", "/forgotten-password", all("b")),
    ...openPage("reset-password.tsx", "/reset-password", all("b")),
    ...openPage("verify-email.tsx", "/verify-email", all("b")),
    ...openPage("confirm-email.tsx", "/confirm-email", all("b")),
    { file: "routes/account/sign-out.ts", call: "loader", path: "/sign-out", gets: all("m") },
    { file: "routes/account/sign-out.ts", call: "action", path: "/sign-out", form: {}, gets: all("m") },
    own("account-layout.tsx", "/account"),
    own("account-home.ts", "/account", "smmmmmmm"),
    own("profile.tsx", "/account/profile"),
    { file: "routes/account/profile.tsx", call: "action", path: "/account/profile", form: {}, gets: "sbbbbbbb" },
    ...certificateRows(own("certificates.tsx", "/account/certificates")),
    own("video.tsx", "/account/video"),
    {
      file: "routes/account/video.tsx",
      call: "action",
      path: "/account/video",
      form: { videoBudgetMb: "a lot" },
      gets: "sbbbbbbb",
    },
    own("orders.tsx", "/account/orders"),
    // Hers alone: to everybody else, admins among them, it is not there.
    { ...own("order.tsx", `/account/orders/${orderNumber}`, "s-o-----"), params: { order: `${orderNumber}` } },
    {
      ...own("order.tsx", `/account/orders/${orderNumber}`, "s-m-----"),
      call: "action",
      params: { order: `${orderNumber}` },
      what: "look again",
      form: { intent: "check" },
    },
    own("security.tsx", "/account/security"),
    { file: security, call: "action", what: "unknown intent", path: "/account/security", form: {}, gets: "s-------" },
    {
      file: security,
      call: "action",
      what: "revoke the enrolled learner's session",
      path: "/account/security",
      form: { intent: "revoke", id: sessionId },
      // Whoever asks is told that it is done; whose session may end is proven by the tests of effects.
      gets: "smmmmmmm",
    },
    own("set-up-second-factor.tsx", "/account/security/second-factor"),
    {
      file: "routes/account/set-up-second-factor.tsx",
      call: "action",
      path: "/account/security/second-factor",
      form: { intent: "start" },
      gets: "sbbbbbbb",
    },
  ];
}
