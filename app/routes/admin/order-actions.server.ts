import { data } from "react-router";
import type { z } from "zod";
import { endOrder, syncAnyOrder } from "#app/features/payment/orders/end-order.server.ts";
import { findOrderTerms } from "#app/features/payment/orders/find-order.server.ts";
import {
  askSchema,
  cancelSchema,
  confirmSchema,
  refundSchema,
  retrySchema,
  transferSchema,
} from "#app/features/payment/orders/order-acts-schema.ts";
import { confirmRefund, refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { retryRefund } from "#app/features/payment/orders/retry-refund.server.ts";
import { recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decideOnTransfer } from "./transfer-decision.server.ts";

type Input = RouteInput<{ order: number }, unknown> & { form: FormData };
type Terms = Awaited<ReturnType<typeof findOrderTerms>>;

/** Beside which field a refusal is said. */
const fields: Record<string, string> = {
  refundTooMuch: "amount",
  wrongAmount: "amount",
  referenceUsed: "reference",
  receivedLater: "receivedOn",
};

/** An act of the page: what its form holds, and what is done with it; told by `notice`, or as the act says. */
const act =
  <Schema extends z.ZodType>(
    schemaOf: (terms: Terms) => Schema,
    run: (ctx: PersonContext, order: Terms, value: z.output<Schema>) => Promise<unknown>,
  ) =>
  (input: Input, { intent, terms }: { intent: string; terms: Terms }) =>
    handleForm({
      form: input.form,
      schema: schemaOf(terms),
      fieldOf: (code) => fields[code],
      run: async (value): Promise<never> => {
        const state = await run(input.personCtx(), terms, value);
        // She may have paid in the very moment in which it was given up.
        const notice = intent === "cancel" && state !== "cancelled" ? "notCancelled" : intent;
        throw redirectWithNotice(input.href(`/admin/orders/${input.params.order}`), `orders-admin:notice.${notice}`);
      },
    });

const acts = {
  refund: act(
    ({ currency }) => refundSchema(currency),
    (ctx, { id }, value) => refundOrder(ctx, { orderId: id, ...value }),
  ),
  confirm: act(
    () => confirmSchema,
    (ctx, { id }, { refund, reason }) => confirmRefund(ctx, { orderId: id, refundId: refund, reason }),
  ),
  retry: act(
    () => retrySchema,
    (ctx, { id }, { refund, way, reason }) =>
      retryRefund(ctx, { orderId: id, refundId: refund, byHand: way === "hand", reason }),
  ),
  cancel: act(
    () => cancelSchema,
    (ctx, { id }, { reason }) => endOrder(ctx, { orderId: id, reason }),
  ),
  ask: act(
    () => askSchema,
    (ctx, { id }) => syncAnyOrder(ctx, { orderId: id }),
  ),
  record: act(
    ({ currency }) => transferSchema(currency),
    (ctx, { id }, value) => recordTransfer(ctx, { orderId: id, ...value }),
  ),
};

const isAct = (intent: string): intent is keyof typeof acts => Object.hasOwn(acts, intent);

/** Does with an order what the form that was sent says by its `intent`; answers with what was refused. */
export async function orderActions(input: Input) {
  const intent = String(input.form.get("intent"));
  const terms = await findOrderTerms(input.personCtx(), { number: input.params.order });
  if (intent === "decide")
    return decideOnTransfer(input, { orderId: terms.id, back: `/admin/orders/${input.params.order}` });
  if (!isAct(intent)) throw notFound();
  const refused = await acts[intent](input, { intent, terms });
  return data(
    { intent, key: String(input.form.get("key") ?? ""), result: refused.data.result },
    refused.init ?? undefined,
  );
}
