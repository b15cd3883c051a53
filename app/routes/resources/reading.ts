import { redirect } from "react-router";
import { READING_COOKIE, toReading, writeReading } from "#app/features/progress/reading-settings.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { ownPathSchema } from "#app/platform/http/own-path.ts";
import { preferenceCookie } from "#app/platform/http/preference-cookies.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Keeps on this device how lessons are shown to who reads here, and goes back to the page, if it is named. */
export const action = declareAction({
  access: "anyone",
  act: ({ form }) => {
    const reading = toReading(Object.fromEntries(form));
    const headers = { "Set-Cookie": preferenceCookie(READING_COOKIE, writeReading(reading)) };
    const next = ownPathSchema.safeParse(form.get("next"));
    return next.success ? redirect(next.data, { headers }) : new Response(null, { status: 204, headers });
  },
});
