import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { findMyOrders } from "../orders/find-my-orders.server.ts";
import { OrderStateTag } from "./order-state-tag.tsx";

type Order = Awaited<ReturnType<typeof findMyOrders>>["orders"][number];

/** A buyer's orders, one below the other: as wide as a phone is. */
export function OrderList({ orders }: { orders: readonly Order[] }) {
  return (
    <ul className="grid gap-3">
      {orders.map((order) => (
        <OrderCard key={order.number} order={order} />
      ))}
    </ul>
  );
}

function OrderCard({ order }: { order: Order }) {
  const { t } = useTranslation("payment");
  const { date, money, number: digits } = useFormats();
  const { locale } = usePageContext().formats;
  const { number, lines, placedAt, amount, refundedAmount, currency, state } = order;
  const [line] = lines;
  return (
    <li className="grid gap-x-6 gap-y-1 rounded border border-line bg-surface px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        {line ? (
          <p className="min-w-0 font-semibold [overflow-wrap:anywhere]">
            {line.kind === "certificate" ? `${t("order.certificate")} ` : null}
            <LocalText value={pickTranslated(line.titles, locale)} />
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-3 text-ink-2 text-sm">
          <Link to={`/account/orders/${number}`} className="inline-flex min-h-11 items-center">
            {t("order.title", { number: digits(number) })}
          </Link>
          <span>{date(placedAt)}</span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 sm:justify-self-end">
        <span className="grid sm:text-end">
          <bdi className="font-semibold tabular-nums">{money(amount, currency)}</bdi>
          {refundedAmount > 0 ? (
            <span className="text-ink-2 text-sm">
              {t("order.refunded")} <bdi>{money(refundedAmount, currency)}</bdi>
            </span>
          ) : null}
        </span>
        <OrderStateTag state={state} />
      </div>
    </li>
  );
}
