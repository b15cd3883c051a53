import { z } from "zod";
import { OrderDo } from "#app/features/payment/components/admin-orders/order/order-do.tsx";
import { OrderFacts, OrderLinks } from "#app/features/payment/components/admin-orders/order/order-facts.tsx";
import { OrderHistory, OrderReasons } from "#app/features/payment/components/admin-orders/order/order-history.tsx";
import { OrderRefunds } from "#app/features/payment/components/admin-orders/order/order-refunds.tsx";
import { OrderSeats } from "#app/features/payment/components/admin-orders/order/order-seats.tsx";
import { OrderSumsForAdmin } from "#app/features/payment/components/admin-orders/order/order-sums-for-admin.tsx";
import { OrderDisputes, OrderTransfers } from "#app/features/payment/components/admin-orders/order/order-transfers.tsx";
import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import { OrderDocuments } from "#app/features/payment/components/documents/order-documents.tsx";
import { OrderStateTag } from "#app/features/payment/components/order-state-tag.tsx";
import { findInvoices } from "#app/features/payment/documents/find-invoices.server.ts";
import { findOrder } from "#app/features/payment/orders/find-order.server.ts";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/order";
import { orderActions } from "./order-actions.server.ts";

const params = z.object({ order: z.coerce.number().int().positive().max(2_147_483_647) });

export const loader = declareLoader({
  access: "admin",
  params,
  load: async ({ personCtx, params: { order: number } }) => {
    const ctx = personCtx();
    const [order, tasks] = await Promise.all([findOrder(ctx, { number }), countOrderTasks(ctx)]);
    return { order, tasks, invoices: await findInvoices(ctx.db, { orderId: order.id }) };
  },
});

export const action = declareAction({
  access: "admin",
  params,
  intents: ["refund", "confirm", "retry", "cancel", "ask", "record", "decide"],
  act: (input) => orderActions(input),
});

export default function Order({ loaderData: { order, tasks, invoices }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <OrderRooms
      room="orders"
      inner
      title={t("order.title", { number: formats.number(order.number) })}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <OrderStateTag state={order.state} />
          <bdi>{order.buyerName}</bdi>
        </span>
      }
      actions={<OrderLinks order={order} />}
      tasks={tasks}
    >
      {/* What was done is done: its forms are closed and empty again. */}
      <div key={`${order.state} ${order.history.length}`} className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <OrderSumsForAdmin order={order} />
          <OrderDo order={order} answer={actionData} />
          <OrderTransfers order={order} answer={actionData} />
          <OrderRefunds order={order} answer={actionData} />
          <OrderDocuments invoices={invoices} base={`/admin/orders/${order.number}`} />
          <OrderDisputes order={order} />
          <OrderSeats order={order} />
        </div>
        <div className="grid min-w-0 gap-6">
          <OrderFacts order={order} />
          <OrderReasons order={order} />
          <OrderHistory order={order} />
        </div>
      </div>
    </OrderRooms>
  );
}
