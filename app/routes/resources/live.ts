import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Whether the process answers at all. It asks no database: a process is not started anew because that is away. */
export const loader = declareLoader({
  access: "anyone",
  load: () => Response.json({ alive: true }, { headers: { "Cache-Control": "no-store" } }),
});
