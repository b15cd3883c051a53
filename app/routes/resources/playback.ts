import { z } from "zod";
import { findPlayback } from "#app/features/progress/find-playback.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Where a lecture's bytes are fetched, for who may read the lesson. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ course: z.string(), lesson: z.string() }),
  load: async ({ ctx, params }) =>
    Response.json(await findPlayback(ctx, params), { headers: { "Cache-Control": "private, no-store" } }),
});
