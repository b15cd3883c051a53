import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { OrderSum } from "../../orders/search/sum-orders.server.ts";

const parts = ["paid", "refunded", "lost"] as const;

/** What the orders that were found brought, for each currency by itself. */
export function OrderTotals({ sums }: { sums: readonly OrderSum[] }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  if (sums.length === 0) return null;
  const count = sums.reduce((all, { orders }) => all + orders, 0);
  return (
    <Disclosure open summary={t("sums.title", { count })} className="mb-6 rounded border border-line bg-surface px-4">
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {sums.map((sum) => (
          <li key={sum.currency} className="min-w-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-ink-2 text-sm">{t("sums.net", { currency: sum.currency })}</span>
              <bdi className="font-bold text-lg tabular-nums">
                {formats.money(sum.paid - sum.refunded - sum.lost, sum.currency)}
              </bdi>
            </p>
            <dl className="text-sm">
              <Line label={t("sums.orders")} value={formats.number(sum.orders)} />
              {parts
                .filter((part) => part === "paid" || sum[part] > 0)
                .map((part) => (
                  <Line key={part} label={t(`sums.${part}`)} value={formats.money(sum[part], sum.currency)} />
                ))}
            </dl>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <bdi className="tabular-nums">{value}</bdi>
      </dd>
    </div>
  );
}
