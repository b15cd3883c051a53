import { scaleBand, scaleLinear } from "d3-scale";
import { PLOT_HEIGHT, type PlotDirection, PlotFrame, type PlotTick, placeAcross } from "./plot-frame.tsx";

type BalanceBar = {
  key: string;
  /** Above nothing, or below it. */
  value: number;
  /** Name and figure, shown where one points. */
  title: string;
};

type BalancePlotProps = {
  label: string;
  direction: PlotDirection;
  bars: readonly BalanceBar[];
  ticks: readonly PlotTick[];
  format: (value: number) => string;
};

const LEVELS = 4;

/** What came and went side by side: bars stand on the line of nothing, or hang below it. */
export function BalancePlot({ label, direction, bars, ticks, format }: BalancePlotProps) {
  const values = bars.map(({ value }) => value);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const y = scaleLinear([least, most === least ? least + 1 : most], [PLOT_HEIGHT, 0]).nice(LEVELS);
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, 1],
  )
    .paddingInner(0.2)
    .paddingOuter(0.1);
  return (
    <PlotFrame
      label={label}
      direction={direction}
      levels={y.ticks(LEVELS).map((value) => ({ y: y(value), label: format(value) }))}
      ticks={ticks}
    >
      {bars.map(({ key, value, title }) => (
        <rect
          key={key}
          x={placeAcross(direction, x(key) ?? 0, x.bandwidth())}
          width={placeAcross("ltr", x.bandwidth())}
          y={y(Math.max(0, value))}
          height={Math.abs(y(value) - y(0))}
          className={value < 0 ? "fill-danger" : "fill-tile"}
        >
          <title>{title}</title>
        </rect>
      ))}
      <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-line-strong" shapeRendering="crispEdges" />
    </PlotFrame>
  );
}
