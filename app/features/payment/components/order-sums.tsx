import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { findMyOrder } from "../orders/find-my-orders.server.ts";

type Order = Awaited<ReturnType<typeof findMyOrder>>;

function Sum({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 border-line border-t py-3">
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What an order is for, what it costs, and what was paid and given back. */
export function OrderSums({ order }: { order: Order }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const money = (amount: number) => <bdi>{formats.money(amount, order.currency)}</bdi>;
  const discount = order.lines.reduce((sum, line) => sum + line.discountAmount, 0);
  return (
    <dl>
      {order.lines.map((line) => {
        const title = pickTranslated(line.titles, locale);
        return (
          <Sum key={`${line.kind} ${line.course ?? title.text}`} label={<LocalText value={title} />}>
            {line.quantity > 1 ? `${formats.number(line.quantity)} · ` : null}
            {money(line.listAmount)}
          </Sum>
        );
      })}
      {discount > 0 ? <Sum label={t("order.discount")}>{money(-discount)}</Sum> : null}
      <Sum label={t("order.total")}>
        <strong>{money(order.amount)}</strong>
      </Sum>
      {order.taxAmount > 0 ? <Sum label={t("order.tax")}>{money(order.taxAmount)}</Sum> : null}
      {order.paidAmount > 0 ? <Sum label={t("order.paid")}>{money(order.paidAmount)}</Sum> : null}
      {order.refundedAmount > 0 ? <Sum label={t("order.refunded")}>{money(order.refundedAmount)}</Sum> : null}
      {order.onItsWay > 0 ? <Sum label={t("order.refundOnItsWay")}>{money(order.onItsWay)}</Sum> : null}
      <Sum label={t("order.placed")}>{formats.moment(order.placedAt)}</Sum>
    </dl>
  );
}
