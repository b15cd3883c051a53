import { directionOf } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

type Bar = { key: string; label: string; count: number; marked?: boolean };

type BarChartProps = {
  /** What is shown, for those who do not see it. */
  label: string;
  bars: readonly Bar[];
  /** Under the first and the last bar. */
  ends: readonly [string, string];
  table: { title: string; head: readonly [string, string] };
};

const HEIGHT = 100;
const GAP = 0.12;

/** Counts side by side, in the direction in which the page is read; what it shows stands in a table as well. */
export function BarChart({ label, bars, ends, table }: BarChartProps) {
  const formats = useFormats();
  const isMirrored = directionOf(usePageContext().formats.locale) === "rtl";
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="grid gap-3">
      <div>
        <div className="text-ink-2 text-xs tabular-nums">{formats.number(most)}</div>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${bars.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-36 w-full border-line-strong border-t border-b border-t-line"
        >
          <g transform={isMirrored ? `translate(${bars.length} 0) scale(-1 1)` : undefined}>
            {bars.map(({ key, count, marked }, x) => (
              <rect
                key={key}
                x={x + GAP}
                y={HEIGHT - (count / most) * HEIGHT}
                width={1 - 2 * GAP}
                height={(count / most) * HEIGHT}
                className={marked ? "fill-tile/35" : "fill-tile"}
              />
            ))}
          </g>
        </svg>
        <div className="mt-1 flex justify-between text-ink-2 text-xs tabular-nums">
          <bdi>{ends[0]}</bdi>
          <bdi>{ends[1]}</bdi>
        </div>
      </div>
      <Disclosure summary={table.title}>
        <DataTable
          caption={table.title}
          captionHidden
          head={[table.head[0], { key: "count", label: table.head[1], numeric: true }]}
          rows={bars.map(({ key, label: name, count }) => ({
            key,
            cells: [<bdi key="name">{name}</bdi>, formats.number(count)],
          }))}
        />
      </Disclosure>
    </div>
  );
}
