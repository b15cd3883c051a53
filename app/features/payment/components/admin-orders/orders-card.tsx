import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import type { OrderTasks } from "../../orders/search/sum-orders.server.ts";

/** The way from the admins' first page to orders, with what waits for them. */
export function OrdersCard({ tasks }: { tasks: OrderTasks }) {
  const { t } = useTranslation("orders-admin");
  const waiting = [
    { key: "transfers" as const, to: "/admin/transfers" },
    { key: "disputes" as const, to: "/admin/disputes" },
    { key: "refundByHand" as const, to: "/admin/orders?needs=refundByHand" },
    { key: "refundFailed" as const, to: "/admin/orders?needs=refundFailed" },
  ].filter(({ key }) => tasks[key] > 0);
  return (
    <Card as="li">
      <h2 className="mb-2 font-bold font-read text-xl">
        <Link to="/admin/orders">{t("title")}</Link>
      </h2>
      <p className="text-ink-2">{t("card.lead")}</p>
      {waiting.length === 0 ? <p className="mt-3 text-ink-2 text-sm">{t("card.nothing")}</p> : null}
      <ul className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {waiting.map(({ key, to }) => (
          <li key={key}>
            <Link
              to={to}
              className="inline-flex min-h-8 items-center rounded-full bg-gold-tint px-3 font-semibold text-gold-ink text-sm"
            >
              {t(`tasks.${key}`, { count: tasks[key] })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
