import type { ReactNode } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { BalancePlot } from "#app/ui/chart/balance-plot.tsx";
import { spreadTicks } from "#app/ui/chart/plot-frame.tsx";
import { SmallBars } from "#app/ui/chart/small-bars.tsx";
import { ValueBar } from "#app/ui/chart/value-bar.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Revenue, Sums } from "../../revenue/find-revenue.server.ts";
import { useRevenueFormats } from "./use-revenue-formats.ts";

type Chosen = NonNullable<Revenue["chosen"]>;

const amounts = ["received", "refunded", "lost", "net"] as const;

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h2 className="font-bold font-read text-2xl">{title}</h2>
      {children}
    </section>
  );
}

function useAmountCells(currency: string) {
  const formats = useRevenueFormats();
  return (sums: Sums) => [
    formats.number(sums.orders),
    ...amounts.map((name) => (
      <bdi key={name} className="whitespace-nowrap">
        {formats.money(sums[name], currency)}
      </bdi>
    )),
  ];
}

function useHead() {
  const { t } = useTranslation("revenue");
  return (["orders", ...amounts] as const).map((key) => ({ key, label: t(key), numeric: true }));
}

/** What came in and went back in one currency by month and by course, and of each currency in all. */
export function RevenueReport({ revenue, chosen }: { revenue: Revenue; chosen: Chosen }) {
  const { t } = useTranslation("revenue");
  const formats = useRevenueFormats();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {(["net", "received", "refunded", "lost"] as const).map((name) => (
          <Stat key={name} label={t(name)} value={<bdi>{formats.money(chosen[name], chosen.currency)}</bdi>} />
        ))}
        <Stat label={t("orders")} value={formats.number(chosen.orders)} />
      </dl>
      <ByMonth chosen={chosen} />
      <ByThing revenue={revenue} chosen={chosen} />
      {revenue.currencies.length > 1 ? <ByCurrency revenue={revenue} /> : null}
    </div>
  );
}

function ByMonth({ chosen: { months, currency } }: { chosen: Chosen }) {
  const { t } = useTranslation("revenue");
  const formats = useRevenueFormats();
  const cells = useAmountCells(currency);
  const head = useHead();
  return (
    <Section title={t("byMonth")}>
      <BalancePlot
        label={t("byMonthPlot", { currency })}
        direction={formats.direction}
        format={(value) => formats.short(value, currency)}
        ticks={spreadTicks(months.map(({ month }) => formats.month(month)))}
        bars={months.map(({ month, net }) => ({
          key: month,
          value: net,
          title: `${formats.month(month)}: ${formats.money(net, currency)}`,
        }))}
      />
      <DataTable
        caption={t("byMonthTable", { currency })}
        captionHidden
        stickyFirst
        head={[{ key: "month", label: <span className="whitespace-nowrap">{t("month")}</span> }, ...head]}
        rows={months.toReversed().map((sums) => ({
          key: sums.month,
          cells: [
            <bdi key="month" className="whitespace-nowrap">
              {formats.month(sums.month)}
            </bdi>,
            ...cells(sums),
          ],
        }))}
      />
    </Section>
  );
}

function ByThing({ revenue: { things }, chosen: { currency } }: { revenue: Revenue; chosen: Chosen }) {
  const { t } = useTranslation("revenue");
  const formats = useRevenueFormats();
  const cells = useAmountCells(currency);
  const head = useHead();
  const most = Math.max(...things.map(({ net }) => Math.abs(net)));
  return (
    <Section title={t("byThing")}>
      <DataTable
        caption={t("byThingTable", { currency })}
        captionHidden
        stickyFirst
        head={[t("thing"), ...head]}
        rows={things.map((sums) => ({
          key: sums.thing,
          cells: [
            <span key="thing" className="grid min-w-32 gap-2">
              <LocalText value={pickTranslated(sums.titles, formats.locale)} />
              <ValueBar direction={formats.direction} value={sums.net} most={most} />
            </span>,
            ...cells(sums),
          ],
        }))}
      />
    </Section>
  );
}

function ByCurrency({ revenue: { currencies } }: { revenue: Revenue }) {
  const { t } = useTranslation("revenue");
  const formats = useRevenueFormats();
  const head = useHead();
  const values = (each: Revenue["currencies"][number]) => each.months.map(({ received }) => Math.max(0, received));
  return (
    <Section title={t("byCurrency")}>
      <DataTable
        caption={t("byCurrencyTable")}
        captionHidden
        stickyFirst
        head={[
          { key: "currency", label: <span className="whitespace-nowrap">{t("currency")}</span> },
          { key: "shape", label: t("shape"), roomyOnly: true },
          ...head,
        ]}
        rows={currencies.map((each) => ({
          key: each.currency,
          cells: [
            <bdi key="currency" className="whitespace-nowrap">
              {each.currency}
            </bdi>,
            <SmallBars
              key="shape"
              direction={formats.direction}
              values={values(each)}
              most={Math.max(1, ...values(each))}
            />,
            formats.number(each.orders),
            ...amounts.map((name) => (
              <bdi key={name} className="whitespace-nowrap">
                {formats.money(each[name], each.currency)}
              </bdi>
            )),
          ],
        }))}
      />
    </Section>
  );
}
