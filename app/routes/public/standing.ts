import { z } from "zod";
import { findStanding } from "#app/features/certificate/issuing/find-standing.server.ts";
import { limitGuesses } from "#app/features/certificate/public/limit-guesses.server.ts";
import { openSerial } from "#app/features/certificate/public/open-serial.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Whether a certificate holds, and the hashes by which its files are known; nothing personal. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ serial: z.string() }),
  load: async ({ ctx, params, web }) => {
    const serial = openSerial(params.serial, "/standing.json");
    const standing = await limitGuesses({ db: ctx.db, address: web.address }, () => findStanding(ctx, { serial }));
    if (!standing) throw notFound();
    return Response.json(standing, { headers: { "Cache-Control": "no-cache", "X-Robots-Tag": "noindex" } });
  },
});
