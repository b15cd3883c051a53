import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { findMyOrder } from "../orders/find-my-orders.server.ts";
import { SumLine } from "./sum-line.tsx";

type Order = Awaited<ReturnType<typeof findMyOrder>>;

/** A line of an order with the price of all of it, and what was taken off for what its buyer had. */
function Line({ line, money }: { line: Order["lines"][number]; money: (amount: number) => ReactNode }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const title = <LocalText value={pickTranslated(line.titles, locale)} />;
  return (
    <>
      <SumLine
        label={
          <>
            {line.kind === "certificate" ? `${t("order.certificate")} ` : null}
            {title}
          </>
        }
      >
        {line.quantity > 1 ? `${formats.number(line.quantity)} · ` : null}
        {money(line.listAmount)}
      </SumLine>
      {line.deductions.map(({ titles, amount }) => {
        const had = pickTranslated(titles, locale);
        return (
          <SumLine
            key={had.text}
            label={
              <>
                {t("order.deducted")} <LocalText value={had} />
              </>
            }
          >
            {money(-amount)}
          </SumLine>
        );
      })}
    </>
  );
}

const deductedOf = ({ deductions }: Order["lines"][number]) => deductions.reduce((sum, { amount }) => sum + amount, 0);

/** What an order is for, what it costs, and what was paid and given back. */
export function OrderSums({ order }: { order: Order }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const money = (amount: number) => <bdi>{formats.money(amount, order.currency)}</bdi>;
  const discount = order.lines.reduce((sum, line) => sum + line.discountAmount - deductedOf(line), 0);
  return (
    <dl>
      {order.lines.map((line) => (
        <Line key={`${line.kind} ${line.course ?? line.programme}`} line={line} money={money} />
      ))}
      {discount > 0 ? <SumLine label={t("order.discount")}>{money(-discount)}</SumLine> : null}
      <SumLine label={t("order.total")}>
        <strong>{money(order.amount)}</strong>
      </SumLine>
      {order.taxAmount > 0 ? <SumLine label={t("order.tax")}>{money(order.taxAmount)}</SumLine> : null}
      {order.paidAmount > 0 ? <SumLine label={t("order.paid")}>{money(order.paidAmount)}</SumLine> : null}
      {order.refundedAmount > 0 ? <SumLine label={t("order.refunded")}>{money(order.refundedAmount)}</SumLine> : null}
      <SumLine label={t("order.placed")}>{formats.moment(order.placedAt)}</SumLine>
    </dl>
  );
}
