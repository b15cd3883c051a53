import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { OrderRow } from "../../orders/search/find-orders.server.ts";
import { isNarrowed, type OrderFilters, ordersHref } from "../../orders/search/order-filters.ts";
import { OrdersTable } from "./orders-table.tsx";

/** The orders that were found, or what to do where there are none. */
export function OrdersList({ orders, filters }: { orders: readonly OrderRow[]; filters: OrderFilters }) {
  const { t } = useTranslation("orders-admin");
  if (orders.length > 0) return <OrdersTable orders={orders} />;
  return isNarrowed(filters) ? (
    <EmptyState
      title={t("nothing.title")}
      text={t("nothing.text")}
      action={
        <Link to={ordersHref()} className={buttonClass({ kind: "quiet" })}>
          {t("list.clear")}
        </Link>
      }
    />
  ) : (
    <EmptyState title={t("empty.title")} text={t("empty.text")} />
  );
}
