import { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { mailboxState, unsafeFindMessage } from "#app/platform/mail/mailbox.server.ts";

/** A mail as mail programs get it: with styles in place, and nothing else allowed. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

export const loader = declareLoader({
  access: "anyone",
  params: z.object({ message: z.uuid() }),
  load: async ({ ctx, params }) => {
    const message = mailboxState() ? await unsafeFindMessage(ctx.db, params.message) : null;
    if (!message) throw notFound();
    return new Response(message.html, {
      headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
    });
  },
});
