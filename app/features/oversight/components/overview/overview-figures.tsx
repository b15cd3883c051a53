import type { ReactNode } from "react";
import { TimeArea, TimeBars, TimeTable } from "#app/features/report/components/time-plots.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import type { Pair } from "../../overview/find-figures.server.ts";
import type { Overview } from "../../overview/find-overview.server.ts";
import { growthOf, overviewDays, overviewHref } from "../../overview/overview-period.ts";

const figures = ["active", "enrolled", "finished", "lessons", "certificates"] as const;

/** What happened lately, each figure beside what it was before. */
export function OverviewFigures({ overview }: { overview: Overview }) {
  const { t } = useTranslation("overview");
  const formats = useFormats();
  return (
    <section aria-labelledby="figures" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="figures" className="font-bold font-read text-2xl">
          {t("figures.title")}
        </h2>
        <Period days={overview.days} />
      </div>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-5">
        {figures.map((name) => (
          <Figure
            key={name}
            label={t(`figures.${name}`)}
            pair={overview[name]}
            value={formats.number(overview[name].now)}
          />
        ))}
        {overview.revenue.map(({ currency, ...pair }) => (
          <Figure
            key={currency}
            label={t("figures.revenue", { currency })}
            pair={pair}
            value={formats.money(pair.now, currency)}
          />
        ))}
      </dl>
      <p className="text-ink-2 text-sm">{t("figures.note")}</p>
      <OverTime overview={overview} />
    </section>
  );
}

function Period({ days: chosen }: Pick<Overview, "days">) {
  const { t } = useTranslation("overview");
  return (
    <nav aria-label={t("period.label")} className="flex flex-wrap gap-1">
      {overviewDays.map((days) => (
        <Link
          key={days}
          to={overviewHref(days)}
          aria-current={days === chosen ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-11 items-center rounded-full px-4",
            days === chosen ? "bg-tile-tint font-semibold text-tile-strong" : "text-tile hover:bg-tile-tint",
          )}
        >
          {t("period.days", { count: days })}
        </Link>
      ))}
    </nav>
  );
}

function Figure({ label, pair, value }: { label: ReactNode; pair: Pair; value: string }) {
  const { t } = useTranslation("overview");
  const formats = useFormats();
  const growth = growthOf(pair);
  const share = formats.percent(Math.abs(growth ?? 0));
  const way = growth === undefined ? "none" : growth > 0 ? "more" : growth < 0 ? "less" : "same";
  const compared = growth === undefined && pair.now === 0 ? t("growth.nothing") : t(`growth.${way}`, { share });
  return (
    <div className="flex flex-col rounded border border-line bg-surface p-4">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="order-first font-bold text-2xl tabular-nums">
        <bdi>{value}</bdi>
      </dd>
      <dd className="mt-1 text-sm">{compared}</dd>
    </div>
  );
}

function OverTime({ overview: { step, buckets, inTime } }: { overview: Overview }) {
  const { t } = useTranslation("overview");
  const active = t(step === "day" ? "plots.active" : "plots.activeBusiest");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
        <Plot title={active}>
          <TimeArea label={active} step={step} buckets={buckets} values={inTime.active} />
        </Plot>
        <Plot title={t(`plots.enrolled.${step}`)}>
          <TimeBars label={t(`plots.enrolled.${step}`)} step={step} buckets={buckets} values={inTime.enrolled} />
        </Plot>
      </div>
      <TimeTable
        caption={t("plots.table")}
        step={step}
        buckets={buckets}
        columns={[
          { key: "active", label: active, values: inTime.active },
          { key: "enrolled", label: t("figures.enrolled"), values: inTime.enrolled },
          { key: "finished", label: t("figures.finished"), values: inTime.finished },
        ]}
      />
    </div>
  );
}

function Plot({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h3 className="font-bold font-read text-xl">{title}</h3>
      {children}
    </div>
  );
}
