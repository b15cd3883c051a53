import type { Row } from "./row.ts";

const PUBLIC = "oooooooo";
const HIDDEN = "--------";

/** What programs and pages ask for besides pages. */
export function resourceRows(): Row[] {
  const get = (file: string, path: string, gets: string, params?: Row["params"]): Row => ({
    file: `routes/resources/${file}`,
    call: "loader",
    path,
    params,
    gets,
  });
  const mail = { message: "00000000-0000-7000-8000-000000000000" };
  return [
    // Programs that send the token are tested with it.
    get("metrics.ts", "/metrics", "-------o"),
    // Tests set no secret of webhooks; what is believed where there is one is tested with it.
    { file: "routes/webhooks/mux.ts", call: "loader", path: "/webhooks/mux", gets: HIDDEN },
    { file: "routes/webhooks/mux.ts", call: "action", path: "/webhooks/mux", form: {}, gets: HIDDEN },
    { file: "routes/webhooks/stripe.ts", call: "loader", path: "/webhooks/stripe", gets: HIDDEN },
    { file: "routes/webhooks/stripe.ts", call: "action", path: "/webhooks/stripe", form: {}, gets: HIDDEN },
    get("media.ts", "/media/x", HIDDEN, { sha256: "0".repeat(64) }),
    get("video-file.ts", "/video/x/original.mp4?token=forged", HIDDEN, {
      video: "00000000-0000-7000-8000-000000000000",
      file: "original.mp4",
    }),
    get("messages.ts", "/resources/messages/x", HIDDEN, { file: "en.reader.000000000000.json" }),
    get("passkey-options.ts", "/api/auth/passkey/steal", HIDDEN, { step: "steal" }),
    get("mailbox.tsx", "/dev/mailbox", PUBLIC),
    get("mailbox-message.tsx", "/dev/mailbox/x", HIDDEN, mail),
    get("mailbox-html.ts", "/dev/mailbox/x/html", HIDDEN, mail),
    get("reading.ts", "/resources/reading", HIDDEN),
    { ...get("reading.ts", "/resources/reading", PUBLIC), call: "action", form: { size: "huge" } },
    get("preferences.ts", "/preferences", HIDDEN),
    { ...get("preferences.ts", "/preferences", HIDDEN), call: "action", form: { theme: "neon" } },
  ];
}
