import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { checkHealth } from "#app/platform/http/health.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: async () => {
    const health = await checkHealth();
    return Response.json(health, { status: health.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
  },
});
