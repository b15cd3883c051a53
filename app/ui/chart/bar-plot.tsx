import { scaleBand, scaleLinear } from "d3-scale";
import { PLOT_HEIGHT, type PlotDirection, PlotFrame, type PlotTick, placeAcross } from "./plot-frame.tsx";

type PlotBar = {
  key: string;
  value: number /** Name and figure, shown where one points. */;
  title: string;
  pale?: boolean;
};

/** A place along the plot that is named elsewhere: the value in the middle, a mark to pass. `at` is from 0 to 1. */
type PlotMark = { key: string; at: number };

type BarPlotProps = {
  label: string;
  direction: PlotDirection;
  bars: readonly PlotBar[];
  ticks: readonly PlotTick[];
  marks?: readonly PlotMark[];
  /** A part of the plot that is set off from the rest. */
  band?: { from: number; to: number };
  format: (value: number) => string;
};

const LEVELS = 4;

/** Counts side by side, in the direction in which the page is read. */
export function BarPlot({ label, direction, bars, ticks, marks = [], band, format }: BarPlotProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const y = scaleLinear([0, most], [PLOT_HEIGHT, 0]).nice(LEVELS);
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, 1],
  )
    .paddingInner(0.2)
    .paddingOuter(0.1);
  const levels = y.ticks(LEVELS).filter(Number.isInteger);
  return (
    <PlotFrame
      label={label}
      direction={direction}
      levels={levels.map((value) => ({ y: y(value), label: format(value) }))}
      ticks={ticks}
    >
      {band ? (
        <rect
          x={placeAcross(direction, band.from, band.to - band.from)}
          width={placeAcross("ltr", band.to - band.from)}
          height={PLOT_HEIGHT}
          className="fill-tile-tint"
        />
      ) : null}
      {bars.map(({ key, value, title, pale }) => (
        <rect
          key={key}
          x={placeAcross(direction, x(key) ?? 0, x.bandwidth())}
          width={placeAcross("ltr", x.bandwidth())}
          y={y(value)}
          height={PLOT_HEIGHT - y(value)}
          className={pale ? "fill-tile/40" : "fill-tile"}
        >
          <title>{title}</title>
        </rect>
      ))}
      {marks.map(({ key, at }) => (
        <line
          key={key}
          x1={placeAcross(direction, at)}
          x2={placeAcross(direction, at)}
          y1={0}
          y2={PLOT_HEIGHT}
          className="stroke-2 stroke-ink"
          strokeDasharray="4 3"
        />
      ))}
    </PlotFrame>
  );
}
