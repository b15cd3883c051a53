import { auditFiltersSchema } from "#app/features/oversight/audit/audit-filters-schema.ts";
import { streamAuditLines } from "#app/features/oversight/audit/stream-audit.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** The log as it is filtered, one JSON object a line. */
export const loader = declareLoader({
  access: "admin",
  search: auditFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const day = ctx.clock.now().toISOString().slice(0, 10);
    return new Response(await streamAuditLines(ctx, { filters }), {
      headers: {
        "Content-Type": "application/jsonl; charset=utf-8",
        "Content-Disposition": `attachment; filename="audit-${day}.jsonl"`,
      },
    });
  },
});
