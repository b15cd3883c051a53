import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import { type OrderFilters, orderNeeds, ordersHref } from "../../orders/search/order-filters.ts";
import type { OrderTasks } from "../../orders/search/sum-orders.server.ts";

/** Refunds that do not go on by themselves, and the way to their orders. */
export function OrderTaskNotices({ tasks, filters }: { tasks: OrderTasks; filters: OrderFilters }) {
  const { t } = useTranslation("orders-admin");
  const waiting = orderNeeds.filter((need) => tasks[need] > 0 && filters.needs !== need);
  if (waiting.length === 0) return null;
  return (
    <div className="mb-6 grid gap-3">
      {waiting.map((needs) => (
        <Notice key={needs} kind="warning">
          {t(`tasks.${needs}`, { count: tasks[needs] })}{" "}
          <Link to={ordersHref({ needs })} className="inline-flex min-h-6 items-center">
            {t("tasks.show")}
          </Link>
        </Notice>
      ))}
    </div>
  );
}
