import { data } from "react-router";
import { decideSchema } from "#app/features/payment/orders/order-acts-schema.ts";
import { approveTransfer, rejectTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<unknown, unknown> & { form: FormData };

/** Approves or rejects money that was recorded, of one order if it is named, and goes back; or answers what was refused. */
export async function decideOnTransfer(input: Input, { orderId, back }: { orderId?: string; back: string }) {
  const refused = await handleForm({
    form: input.form,
    schema: decideSchema,
    run: async ({ transfer, decision, reason }): Promise<never> => {
      const decide = decision === "approve" ? approveTransfer : rejectTransfer;
      await decide(input.personCtx(), { orderId, transferId: transfer, reason });
      throw redirectWithNotice(input.href(back), `orders-admin:notice.${decision}`);
    },
  });
  const key = String(input.form.get("key") ?? "");
  return data({ intent: "decide", key, result: refused.data.result }, refused.init ?? undefined);
}
