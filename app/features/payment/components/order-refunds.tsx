import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { findMyOrder } from "../orders/find-my-orders.server.ts";
import { SumLine } from "./sum-line.tsx";

type Order = Awaited<ReturnType<typeof findMyOrder>>;

/** What of an order was given back, or is on its way; nothing where there is none. */
export function OrderRefunds({ order: { refunds, currency } }: { order: Order }) {
  const { t } = useTranslation("payment");
  const { money, date } = useFormats();
  if (refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds">
      <h2 id="refunds" className="pb-2 font-bold font-read text-xl">
        {t("order.refunds.title")}
      </h2>
      <dl>
        {refunds.map(({ id, state, amount, askedAt, endedAt }) => (
          <SumLine key={id} label={t(`order.refunds.${state}`, { date: date(endedAt ?? askedAt) })}>
            <bdi>{money(amount, currency)}</bdi>
          </SumLine>
        ))}
      </dl>
    </section>
  );
}
