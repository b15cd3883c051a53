import { auditFiltersSchema } from "#app/features/oversight/audit/audit-filters-schema.ts";
import { streamAuditCsv } from "#app/features/oversight/audit/stream-audit.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The log as it is filtered, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: auditFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("audit");
    const body = await streamAuditCsv(ctx, { filters, head: (column) => t(`csv.${column}`) });
    return new Response(body, { headers: csvHeaders(`audit-${ctx.clock.now().toISOString().slice(0, 10)}.csv`) });
  },
});
