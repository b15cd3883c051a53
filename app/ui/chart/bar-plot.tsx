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
  /** What is between two bars, as a share of the step from one to the next: little where they are parts of one scale. */
  gap?: number;
  format: (value: number) => string;
};

const LEVELS = 4;

/** Counts side by side, in the direction in which the page is read. */
export function BarPlot({ label, direction, bars, ticks, marks = [], band, gap = 0.2, format }: BarPlotProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const y = scaleLinear([0, most], [PLOT_HEIGHT, 0]).nice(LEVELS);
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, 1],
  )
    .paddingInner(gap)
    .paddingOuter(gap / 2);
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
        <MarkLine key={key} x={placeAcross(direction, at)} />
      ))}
    </PlotFrame>
  );
}

/** Seen on the ground of the plot and on a bar: its gaps are of the one's colour, its dashes of neither's. */
function MarkLine({ x }: { x: string }) {
  const ends = { x1: x, x2: x, y1: 0, y2: PLOT_HEIGHT };
  return (
    <>
      <line {...ends} strokeWidth="5" className="stroke-paper" />
      <line {...ends} strokeWidth="2" strokeDasharray="5 3" className="stroke-ink" />
    </>
  );
}
