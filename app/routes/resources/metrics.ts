import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { writeMetrics } from "#app/platform/metrics/gather-processes.server.ts";
import { mayReadMetrics } from "#app/platform/metrics/metrics-access.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: async ({ ctx, request }) => {
    if (!mayReadMetrics({ actor: ctx.actor, authorization: request.headers.get("Authorization") })) throw notFound();
    const { type, text } = await writeMetrics();
    return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
  },
});
