import { z } from "zod";
import { findCredential } from "#app/features/certificate/credential/find-credential.server.ts";
import { limitGuesses } from "#app/features/certificate/public/limit-guesses.server.ts";
import { openSerial } from "#app/features/certificate/public/open-serial.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendOpenText } from "#app/platform/http/send-text.server.ts";

/** The same as a JWT, for those who verify such. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ serial: z.string() }),
  load: async ({ ctx, params, request, web }) => {
    const serial = openSerial(params.serial, "/credential.jwt");
    const find = () => findCredential(ctx, { serial, as: "jwt" });
    const text = await limitGuesses({ db: ctx.db, address: web.address }, find);
    return sendOpenText(request, {
      text,
      contentType: "application/vc+jwt",
      // Its holder may hide her names at any time.
      headers: { "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" },
    });
  },
});
