import { z } from "zod";
import { findPasskeyOptions, passkeySteps } from "#app/features/account/find-passkey-options.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** All that is reached of the authentication library over HTTP; what a browser answers comes back as a form. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ step: z.enum(passkeySteps) }),
  load: ({ ctx, params, request, web }) =>
    findPasskeyOptions(ctx, { step: params.step, address: web.address, headers: request.headers }),
});
