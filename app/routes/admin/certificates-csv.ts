import { registerFiltersSchema } from "#app/features/certificate/register/register-schema.ts";
import { streamRegister } from "#app/features/certificate/register/stream-register.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The register as it is filtered, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: registerFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const t = serverWords(ctx.locale).of("certificate-admin");
    const words = {
      head: (column: string) => t(`csv.${column}`),
      status: (status: string) => t(`status.${status}`),
      cause: (cause: string) => t(`cause.${cause}`),
      kind: (kind: string) => t(`achievement.${kind}`),
    };
    const day = ctx.clock.now().toISOString().slice(0, 10);
    return new Response(await streamRegister(ctx, { filters, words }), {
      headers: csvHeaders(`certificates-${day}.csv`),
    });
  },
});
