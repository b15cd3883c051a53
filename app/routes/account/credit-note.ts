import { findPaper } from "#app/features/payment/documents/find-invoices.server.ts";
import { creditNoteParams } from "#app/features/payment/documents/paper-address.ts";
import { sendPaper } from "#app/features/payment/documents/send-paper.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** A credit note of one's own order, as PDF. */
export const loader = declareLoader({
  access: "signedIn",
  params: creditNoteParams,
  load: async ({ personCtx, params: { order, note } }) => {
    const ctx = personCtx();
    return sendPaper(await findPaper(ctx, { order, number: note, of: "actor" }), { locale: ctx.locale, order });
  },
});
