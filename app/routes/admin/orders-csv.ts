import { orderFiltersSchema } from "#app/features/payment/orders/search/order-filters-schema.ts";
import { streamOrders } from "#app/features/payment/orders/search/stream-orders.server.ts";
import { csvHeaders } from "#app/platform/csv/write-csv.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

/** The orders as they are filtered, for a spreadsheet. */
export const loader = declareLoader({
  access: "admin",
  search: orderFiltersSchema,
  load: async ({ personCtx, search: filters }) => {
    const ctx = personCtx();
    const words = serverWords(ctx.locale);
    const [t, payment] = [words.of("orders-admin"), words.of("payment")];
    const named = {
      head: (column: string) => t(`csv.${column}`),
      state: (state: string) => payment(`order.state.${state}`),
      method: (method: string) => t(`method.${method}`),
      kind: (kind: string) => t(`kind.${kind}`),
    };
    const day = ctx.clock.now().toISOString().slice(0, 10);
    return new Response(await streamOrders(ctx, { filters, words: named }), {
      headers: csvHeaders(`orders-${day}.csv`),
    });
  },
});
