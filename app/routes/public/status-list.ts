import { z } from "zod";
import { addressedIssuer } from "#app/features/certificate/credential/addressed-issuer.server.ts";
import { findStatusList } from "#app/features/certificate/credential/status-list.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendOpenText } from "#app/platform/http/send-text.server.ts";

/** Which certificates were taken back, as programs ask for it: places in a list, and nothing of what they are of. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ list: z.string().regex(/^(0|[1-9]\d{0,3})$/) }),
  load: async ({ ctx: { db, clock }, params, request, url }) => {
    const issuer = await addressedIssuer({ db }, url);
    const text = await findStatusList({ db }, { list: Number(params.list), issuer, now: clock.now() });
    return sendOpenText(request, {
      text,
      contentType: "application/vc",
      headers: { "Cache-Control": "public, max-age=60" },
    });
  },
});
