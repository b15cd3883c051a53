import { Fragment, type ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";

function Sum({ label, strong, children }: { label: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 border-line border-t py-2.5 first:border-t-0">
      <dt className={strong ? "font-semibold" : "text-ink-2"}>{label}</dt>
      <dd className={strong ? "font-semibold tabular-nums" : "tabular-nums"}>{children}</dd>
    </div>
  );
}

/** What was bought line by line, and the sums that the ledger adds up to. */
export function OrderSumsForAdmin({ order }: { order: OrderForAdmin }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const money = (amount: number) => <bdi>{formats.money(amount, order.currency)}</bdi>;
  const kept = order.paidAmount - order.refundedAmount - order.lostAmount;
  return (
    <SectionCard title={t("order.what")}>
      <dl>
        {order.lines.map((line) => (
          <Fragment key={line.position}>
            <Sum
              label={
                <>
                  <LocalText value={pickTranslated(line.titles, locale)} />
                  <span className="block text-sm">
                    {t(`kind.${line.kind}`)}
                    {line.quantity > 1 ? ` · ${t("list.seats", { count: line.quantity })}` : null}
                  </span>
                </>
              }
            >
              {money(line.listAmount)}
            </Sum>
            {line.discountAmount > 0 ? <Sum label={t("order.discount")}>{money(-line.discountAmount)}</Sum> : null}
          </Fragment>
        ))}
        <Sum label={t("order.total")} strong>
          {money(order.amount)}
        </Sum>
        {order.taxAmount > 0 ? <Sum label={t("order.tax")}>{money(order.taxAmount)}</Sum> : null}
        <Sum label={t("sums.paid")}>{money(order.paidAmount)}</Sum>
        {order.refundedAmount > 0 ? <Sum label={t("sums.refunded")}>{money(-order.refundedAmount)}</Sum> : null}
        {order.lostAmount > 0 ? <Sum label={t("sums.lost")}>{money(-order.lostAmount)}</Sum> : null}
        {kept === order.paidAmount ? null : (
          <Sum label={t("order.kept")} strong>
            {money(kept)}
          </Sum>
        )}
      </dl>
    </SectionCard>
  );
}
