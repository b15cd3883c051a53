import { redirect } from "react-router";
import { endViewing } from "#app/features/people/viewing/start-viewing.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Ends looking at the academy as somebody else, and leads back to that person's page. */
export const action = declareAction({
  access: "signedIn",
  whileViewing: true,
  act: async ({ personCtx, href }) => {
    const { id } = await endViewing(personCtx());
    return redirect(href(`/admin/people/${id}`));
  },
});
