import { OrderFilter } from "#app/features/payment/components/admin-orders/order-filter.tsx";
import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import { OrderTaskNotices } from "#app/features/payment/components/admin-orders/order-task-notices.tsx";
import { OrderTotals } from "#app/features/payment/components/admin-orders/order-totals.tsx";
import { OrdersList } from "#app/features/payment/components/admin-orders/orders-list.tsx";
import { findOrders } from "#app/features/payment/orders/search/find-orders.server.ts";
import { ordersHref } from "#app/features/payment/orders/search/order-filters.ts";
import { orderSearchSchema } from "#app/features/payment/orders/search/order-filters-schema.ts";
import { countOrderTasks, findOrderChoices } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/orders";

export const loader = declareLoader({
  access: "admin",
  search: orderSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    const ctx = personCtx();
    const [found, choices, tasks] = await Promise.all([
      findOrders(ctx, search),
      findOrderChoices(ctx),
      countOrderTasks(ctx),
    ]);
    return { ...found, choices, tasks, filters };
  },
});

export default function Orders({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const { orders, sums, choices, tasks, filters, next, previous } = loaderData;
  return (
    <OrderRooms
      room="orders"
      title={t("title")}
      lead={t("list.lead")}
      narrowed={Object.values(filters).some((value) => value !== undefined)}
      tasks={tasks}
      actions={
        <Link to={ordersHref(filters, {}, ".csv")} reloadDocument className={buttonClass({ kind: "quiet" })}>
          <Icon name="download" /> {t("list.csv")}
        </Link>
      }
    >
      <OrderTaskNotices tasks={tasks} filters={filters} />
      <OrderFilter filters={filters} choices={choices} />
      <OrderTotals sums={sums} />
      <OrdersList orders={orders} filters={filters} />
      <PageLinks
        next={next && ordersHref(filters, { cursor: next })}
        previous={previous && ordersHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </OrderRooms>
  );
}
