import { redirect } from "react-router";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "signedIn",
  load: ({ href }) => {
    throw redirect(href("/account/profile"));
  },
});
