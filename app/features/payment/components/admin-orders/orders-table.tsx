import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { CardTable } from "#app/ui/card-table.tsx";
import type { OrderRow } from "../../orders/search/find-orders.server.ts";
import { OrderStateTag } from "../order-state-tag.tsx";

/** Orders to compare. */
export function OrdersTable({ orders }: { orders: readonly OrderRow[] }) {
  const { t } = useTranslation("orders-admin");
  return (
    <CardTable
      caption={t("title")}
      columns={[
        { key: "order", label: t("head.order") },
        { key: "buyer", label: t("head.buyer") },
        { key: "what", label: t("head.what"), className: "md:min-w-44" },
        { key: "placed", label: t("head.placed") },
        { key: "amount", label: t("head.amount"), numeric: true },
      ]}
      rows={orders.map((order) => ({
        key: order.id,
        cells: [
          <Order key="order" order={order} />,
          <Buyer key="buyer" order={order} />,
          <What key="what" order={order} />,
          <Placed key="placed" order={order} />,
          <Amounts key="amount" order={order} />,
        ],
      }))}
    />
  );
}

function Order({ order: { number, state } }: { order: OrderRow }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link to={`/admin/orders/${number}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
        {t("order.title", { number: formats.number(number) })}
      </Link>
      <OrderStateTag state={state} />
    </span>
  );
}

const Buyer = ({ order: { buyerName, buyerEmail } }: { order: OrderRow }) => (
  <>
    <bdi>{buyerName}</bdi>
    <span className="block text-ink-2 wrap-anywhere">
      <bdi dir="ltr">{buyerEmail}</bdi>
    </span>
  </>
);

function What({ order: { titles, kind, quantity } }: { order: OrderRow }) {
  const { t } = useTranslation("orders-admin");
  const { locale } = usePageContext().formats;
  return (
    <>
      <LocalText value={pickTranslated(titles, locale)} />
      <Small>
        {t(`kind.${kind}`)}
        {kind === "seats" ? ` · ${t("list.seats", { count: quantity })}` : null}
      </Small>
    </>
  );
}

function Placed({ order: { placedAt, method } }: { order: OrderRow }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <>
      {formats.date(placedAt)}
      <Small>{t(`method.${method}`)}</Small>
    </>
  );
}

function Amounts({ order }: { order: OrderRow }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { currency, amount, refundedAmount, lostAmount } = order;
  const money = (sum: number) => formats.money(sum, currency);
  return (
    <>
      <bdi className="font-semibold tabular-nums">{money(amount)}</bdi>
      {refundedAmount > 0 ? <Small>{t("list.refunded", { amount: money(refundedAmount) })}</Small> : null}
      {lostAmount > 0 ? <Small>{t("list.lost", { amount: money(lostAmount) })}</Small> : null}
    </>
  );
}

const Small = ({ children }: { children: ReactNode }) => (
  <span className="mt-1 block text-ink-2 text-xs">{children}</span>
);
