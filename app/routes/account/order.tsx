import { redirect } from "react-router";
import { z } from "zod";
import { resultOf } from "#app/features/account/components/form-result.ts";
import { resumeCheckout } from "#app/features/payment/checkout/resume-checkout.server.ts";
import { HowToTransfer } from "#app/features/payment/components/documents/how-to-transfer.tsx";
import { OrderDocuments } from "#app/features/payment/components/documents/order-documents.tsx";
import { OrderActs } from "#app/features/payment/components/order-acts.tsx";
import { OrderRefunds } from "#app/features/payment/components/order-refunds.tsx";
import { OrderStateTag } from "#app/features/payment/components/order-state-tag.tsx";
import { OrderSums } from "#app/features/payment/components/order-sums.tsx";
import { findOrderPapers } from "#app/features/payment/documents/find-order-papers.server.ts";
import { cancelOrder } from "#app/features/payment/orders/cancel-order.server.ts";
import { findMyOrder, syncMyOrder } from "#app/features/payment/orders/find-my-orders.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/order";

const params = z.object({ order: z.coerce.number().int().positive().max(2_147_483_647) });

export const loader = declareLoader({
  access: "signedIn",
  params,
  search: z.object({ from: z.string().optional() }),
  load: async ({ personCtx, params: { order: number }, search }) => {
    const ctx = personCtx();
    const before = await findMyOrder(ctx, { number });
    const waits = before.state === "open" || before.state === "pending";
    // She comes from Stripe: what happened there is asked now, whether or not its event came yet.
    const papers = () => findOrderPapers(ctx, { orderId: before.id });
    if (!waits || search.from !== "stripe") return { order: before, away: false, papers: await papers() };
    const away = await syncMyOrder(ctx, { number }).then(
      () => false,
      (error: unknown) => {
        if (error instanceof ExpectedError && error.status === 503) return true;
        throw error;
      },
    );
    return { order: await findMyOrder(ctx, { number }), away, papers: await papers() };
  },
});

const intentSchema = z.object({ intent: z.enum(["pay", "check", "cancel"]) });

export const action = declareAction({
  access: "signedIn",
  params,
  act: async ({ personCtx, params: { order: number }, form, href }) => {
    const ctx = personCtx();
    const order = await findMyOrder(ctx, { number });
    if (!intentSchema.safeParse(Object.fromEntries(form)).success) throw notFound();
    const here = href(`/account/orders/${number}`);
    return handleForm({
      form,
      schema: intentSchema,
      run: async ({ intent }) => {
        if (intent === "pay") return redirect((await resumeCheckout(ctx, { number })) ?? here, 303);
        if (intent === "check") await syncMyOrder(ctx, { number });
        else if ((await cancelOrder(ctx, { orderId: order.id })) === "cancelled") {
          return redirectWithNotice(here, "payment:notice.cancelled");
        }
        return redirect(here);
      },
    });
  },
});

export default function MyOrder({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const { order, away, papers } = loaderData;
  const { form } = useFormErrors(
    resultOf(actionData, "pay") ?? resultOf(actionData, "check") ?? resultOf(actionData, "cancel"),
  );
  const title = t("order.title", { number: formats.number(order.number) });
  const text = order.noSeat ? "order.noSeat" : `order.text.${order.state}`;
  const waitsForTransfer = order.method === "transfer" && order.state === "open";
  return (
    <>
      <PlainHead title={title} />
      <PageHeader title={title} actions={<OrderStateTag state={order.state} />} />
      <div className="grid max-w-2xl gap-6">
        {away ? <Notice kind="warning">{t("order.away")}</Notice> : null}
        <FormErrors messages={form} />
        <p>{t(text, { date: formats.moment(order.expiresAt) })}</p>
        {waitsForTransfer ? <HowToTransfer order={order} bank={papers.bank} /> : null}
        <OrderActs order={order} />
        <OrderSums order={order} />
        <OrderRefunds order={order} />
        <OrderDocuments invoices={papers.invoices} base={`/account/orders/${order.number}`} />
      </div>
    </>
  );
}
