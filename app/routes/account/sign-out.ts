import { redirect } from "react-router";
import { signOut } from "#app/features/account/sign-out.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Only a form signs out; whoever opens the address is led home. */
export const loader = declareLoader({
  access: "anyone",
  load: ({ href }) => {
    throw redirect(href("/"));
  },
});

export const action = declareAction({
  access: "anyone",
  whileViewing: true,
  act: async ({ ctx, href, request }) => {
    const { cookies } = await signOut(ctx, { headers: request.headers });
    // The next person at this browser finds no page of hers by going back.
    cookies.set("Clear-Site-Data", '"cache"');
    return redirect(href("/"), { headers: cookies });
  },
});
