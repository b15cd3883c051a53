import { findPaper } from "#app/features/payment/documents/find-invoices.server.ts";
import { paperParams } from "#app/features/payment/documents/paper-address.ts";
import { sendPaper } from "#app/features/payment/documents/send-paper.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** The invoice of one's own order, or the request to pay it by transfer, as PDF. */
export const loader = declareLoader({
  access: "signedIn",
  params: paperParams,
  load: async ({ personCtx, params: { order } }) => {
    const ctx = personCtx();
    return sendPaper(await findPaper(ctx, { order, of: "actor" }), { locale: ctx.locale, order });
  },
});
