import { revenueChoiceSchema } from "#app/features/payment/revenue/revenue-months.ts";
import { writeRevenueCsv } from "#app/features/payment/revenue/write-revenue-csv.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Revenue of a period, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: revenueChoiceSchema,
  load: async ({ personCtx, search }) =>
    new Response(await writeRevenueCsv(personCtx(), search), { headers: csvHeaders(`revenue-${search.period}.csv`) }),
});
