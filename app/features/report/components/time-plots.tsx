import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { AreaPlot } from "#app/ui/chart/area-plot.tsx";
import { BarPlot } from "#app/ui/chart/bar-plot.tsx";
import { spreadTicks } from "#app/ui/chart/plot-frame.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { TimeStep } from "../report-parts.ts";
import type { Bucket } from "../time-buckets.ts";
import { useDays } from "./use-days.ts";
import { usePlotDirection } from "./use-plot-direction.ts";

type InTime = { step: TimeStep; buckets: readonly Bucket[] };
type TimePlotProps = InTime & { label: string; values: readonly number[] };

/** How many there were in each step of time. */
export function TimeBars({ label, step, buckets, values }: TimePlotProps) {
  const formats = useFormats();
  const days = useDays();
  return (
    <BarPlot
      label={label}
      direction={usePlotDirection()}
      format={formats.number}
      ticks={spreadTicks(buckets.map((bucket) => days.tick(bucket, step)))}
      bars={buckets.map((bucket, place) => {
        const value = values[place] ?? 0;
        const title = `${days.bucketName(bucket, step)}: ${formats.number(value)}`;
        return { key: bucket.from, value, title };
      })}
    />
  );
}

/** How a number grows from step to step. */
export function TimeArea({ label, step, buckets, values }: TimePlotProps) {
  const formats = useFormats();
  const days = useDays();
  return (
    <AreaPlot
      label={label}
      direction={usePlotDirection()}
      format={formats.number}
      ticks={spreadTicks(buckets.map((bucket) => days.tick(bucket, step)))}
      values={values}
    />
  );
}

/** What the plots show, in figures, newest first. */
export function TimeTable({
  caption,
  step,
  buckets,
  columns,
}: InTime & { caption: string; columns: readonly { key: string; label: string; values: readonly number[] }[] }) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const days = useDays();
  const rows = buckets.map((bucket, place) => ({
    key: bucket.from,
    cells: [
      <bdi key="when" className="whitespace-nowrap">
        {days.bucketName(bucket, step)}
      </bdi>,
      ...columns.map(({ values }) => formats.number(values[place] ?? 0)),
    ],
  }));
  return (
    <Disclosure summary={t("inFigures")}>
      <DataTable
        caption={caption}
        captionHidden
        head={[t("when"), ...columns.map(({ key, label }) => ({ key, label, numeric: true }))]}
        rows={rows.toReversed()}
      />
    </Disclosure>
  );
}
