import { z } from "zod";
import { findLogo } from "#app/features/setting/logo.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendMedia } from "./send-media.server.ts";

/** A logo that the academy has, or had: mails that were sent go on showing the one of their day. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  load: async ({ ctx, params, request }) => {
    const logo = await findLogo(ctx, params);
    return sendMedia(request, {
      ...params,
      ...logo,
      cacheControl: "public, max-age=31536000, immutable",
      // Mail programs and pages of others show it too.
      headers: { "Cross-Origin-Resource-Policy": "cross-origin" },
    });
  },
});
