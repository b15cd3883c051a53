import { redirect } from "react-router";
import { z } from "zod";
import { readStopping, unsubscribe } from "#app/features/notification/unsubscribe.server.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { inLocale } from "#app/platform/i18n/locales.ts";

const params = z.object({ token: z.string().max(200) });

/** For who opens the address that is meant for mail programs. */
export const loader = declareLoader({
  access: "anyone",
  params,
  load: ({ ctx, params: { token } }) => {
    readStopping(token);
    throw redirect(inLocale(`/unsubscribe/${token}`, ctx.locale));
  },
});

/** What a mail program sends for its owner's one press (RFC 8058): nobody is signed in, and the token is the proof. */
export const action = declareBodyAction({
  access: "anyone",
  params,
  act: async ({ ctx, params: { token } }) => {
    await unsubscribe(ctx.db, { token });
    return new Response(null, { status: 200 });
  },
});
