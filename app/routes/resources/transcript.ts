import { z } from "zod";
import { findTranscript } from "#app/features/progress/find-transcript.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";

/** The transcript of a lecture in one language, for who may read the lesson. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ course: z.string(), lesson: z.string(), language: localeSchema }),
  load: async ({ ctx, params }) =>
    Response.json(await findTranscript(ctx, params), { headers: { "Cache-Control": "private, no-store" } }),
});
