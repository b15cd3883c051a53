import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { BarPlot } from "#app/ui/chart/bar-plot.tsx";
import type { PlotTick } from "#app/ui/chart/plot-frame.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { usePlotDirection } from "./use-plot-direction.ts";

type HistogramProps = {
  label: string;
  bars: readonly { from: number; name: string; count: number }[];
  ticks: readonly PlotTick[];
  /** First quartile, median, third quartile along the plot, from 0 to 1. */
  quartiles: readonly [number, number, number] | null;
  table: { caption: string; head: string };
};

/** How many learners came to how much, with the middle half of them set off and the median marked. */
export function Histogram({ label, bars, ticks, quartiles, table }: HistogramProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <BarPlot
        label={label}
        direction={usePlotDirection()}
        format={formats.number}
        gap={0.06}
        ticks={ticks}
        bars={bars.map(({ from, name, count }) => ({
          key: String(from),
          value: count,
          title: `${name}: ${formats.number(count)}`,
        }))}
        band={quartiles ? { from: quartiles[0], to: quartiles[2] } : undefined}
        marks={quartiles ? [{ key: "median", at: quartiles[1] }] : []}
      />
      {quartiles ? <QuartileLegend /> : null}
      <Disclosure summary={t("inFigures")}>
        <DataTable
          caption={table.caption}
          captionHidden
          head={[table.head, { key: "learners", label: t("learners"), numeric: true }]}
          rows={bars.map(({ from, name, count }) => ({
            key: String(from),
            cells: [<bdi key="name">{name}</bdi>, formats.number(count)],
          }))}
        />
      </Disclosure>
    </div>
  );
}

function QuartileLegend() {
  const { t } = useTranslation("report");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" className="h-4 w-3 flex-none">
          <line x1="6" x2="6" y1="0" y2="16" className="stroke-2 stroke-ink" strokeDasharray="4 3" />
        </svg>
        {t("median")}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" className="size-4 flex-none">
          <rect width="16" height="16" className="fill-tile-tint stroke-line-strong" />
        </svg>
        {t("middleHalf")}
      </li>
    </ul>
  );
}
