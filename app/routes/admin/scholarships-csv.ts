import { scholarshipFiltersSchema } from "#app/features/payment/scholarships/scholarship-schema.ts";
import { streamScholarships } from "#app/features/payment/scholarships/stream-scholarships.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The scholarships as they are filtered, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: scholarshipFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("scholarship-admin");
    const words = {
      head: (column: string) => t(`csv.${column}`),
      status: (status: string) => t(`status.${status}`),
    };
    const day = ctx.clock.now().toISOString().slice(0, 10);
    return new Response(await streamScholarships(ctx, { filters, words }), {
      headers: csvHeaders(`scholarships-${day}.csv`),
    });
  },
});
