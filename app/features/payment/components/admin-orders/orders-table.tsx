import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { OrderRow } from "../../orders/search/find-orders.server.ts";
import { OrderStateTag } from "../order-state-tag.tsx";

const cell = "px-3 py-3 text-start align-top";
// On a narrow screen a row is a card: its cells stand beneath one another.
const narrowCell = "max-md:block max-md:px-0 max-md:py-0.5";
const heads = ["order", "buyer", "what", "placed", "amount"] as const;

/** Orders to compare; on a phone each is a card, and nothing scrolls sideways. */
export function OrdersTable({ orders }: { orders: readonly OrderRow[] }) {
  const { t } = useTranslation("orders-admin");
  return (
    <table className="w-full border-collapse rounded border border-line bg-surface text-sm max-md:block">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b bg-surface-2">
          {heads.map((head) => (
            <th key={head} scope="col" className={`${cell} font-semibold ${head === "amount" ? "text-end" : ""}`}>
              {t(`head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {orders.map((order) => (
          <Row key={order.id} order={order} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ order }: { order: OrderRow }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const { number, state, method, buyerName, buyerEmail, titles, kind, quantity, placedAt } = order;
  return (
    <tr className="border-line border-b last:border-b-0 max-md:block max-md:p-3">
      <th scope="row" className={`${cell} ${narrowCell} font-semibold`}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to={`/admin/orders/${number}`} className="inline-flex min-h-6 items-center max-md:min-h-11">
            {t("order.title", { number: formats.number(number) })}
          </Link>
          <OrderStateTag state={state} />
        </span>
      </th>
      <td className={`${cell} ${narrowCell}`}>
        <bdi>{buyerName}</bdi>
        <span className="block text-ink-2 wrap-anywhere">
          <bdi dir="ltr">{buyerEmail}</bdi>
        </span>
      </td>
      <td className={`${cell} ${narrowCell} md:min-w-44`}>
        <LocalText value={pickTranslated(titles, locale)} />
        <Small>
          {t(`kind.${kind}`)}
          {kind === "seats" ? ` · ${t("list.seats", { count: quantity })}` : null}
        </Small>
      </td>
      <td className={`${cell} ${narrowCell}`}>
        {formats.date(placedAt)}
        <Small>{t(`method.${method}`)}</Small>
      </td>
      <td className={`${cell} ${narrowCell} md:text-end`}>
        <Amounts order={order} />
      </td>
    </tr>
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
