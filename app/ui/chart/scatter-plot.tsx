import { scaleLinear } from "d3-scale";
import { PLOT_HEIGHT, type PlotDirection, PlotFrame, type PlotTick, placeAcross } from "./plot-frame.tsx";

type PlotPoint = {
  key: string;
  /** Along the plot, from 0 to 1. */
  at: number;
  value: number;
  /** Name and figures, shown where one points. */
  title: string;
  /** Drawn as another shape and in another colour, for it deserves a look. */
  marked?: boolean;
};

type ScatterPlotProps = {
  label: string;
  direction: PlotDirection;
  points: readonly PlotPoint[];
  ticks: readonly PlotTick[];
  range: readonly [number, number];
  format: (value: number) => string;
};

const RADIUS = 5;

/** Where things stand by two measures. */
export function ScatterPlot({ label, direction, points, ticks, range, format }: ScatterPlotProps) {
  const y = scaleLinear(range, [PLOT_HEIGHT, 0]);
  return (
    <PlotFrame
      label={label}
      direction={direction}
      levels={y.ticks(5).map((value) => ({ y: y(value), label: format(value) }))}
      ticks={ticks}
    >
      {range[0] < 0 ? <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-line-strong" /> : null}
      {points.map(({ key, at, value, title, marked }) => {
        const [cx, cy] = [placeAcross(direction, at), y(value)];
        // A nested picture, for a path cannot stand at a percentage.
        return marked ? (
          <svg aria-hidden="true" key={key} x={cx} y={cy} overflow="visible">
            <path d={`M0 ${-RADIUS - 2}L${RADIUS + 2} 0L0 ${RADIUS + 2}L${-RADIUS - 2} 0Z`} className="fill-danger">
              <title>{title}</title>
            </path>
          </svg>
        ) : (
          <circle key={key} cx={cx} cy={cy} r={RADIUS} className="fill-tile/60 stroke-tile">
            <title>{title}</title>
          </circle>
        );
      })}
    </PlotFrame>
  );
}
