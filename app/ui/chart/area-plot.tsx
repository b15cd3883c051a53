import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { PLOT_HEIGHT, type PlotDirection, PlotFrame, type PlotTick } from "./plot-frame.tsx";

type AreaPlotProps = {
  label: string;
  direction: PlotDirection;
  values: readonly number[];
  ticks: readonly PlotTick[];
  format: (value: number) => string;
};

const LEVELS = 4;

/** How a number grows or falls, in the direction in which the page is read. */
export function AreaPlot({ label, direction, values, ticks, format }: AreaPlotProps) {
  const y = scaleLinear([0, Math.max(1, ...values)], [PLOT_HEIGHT, 0]).nice(LEVELS);
  const levels = y.ticks(LEVELS).filter(Number.isInteger);
  // A value stands in the middle of its step, as a bar would; a line needs two points.
  const points = values.map((value, place): [number, number] => [place + 0.5, value]);
  const [first, last] = [points[0], points.at(-1)];
  const drawn = first && last ? [[0, first[1]] as const, ...points, [values.length, last[1]] as const] : [];
  const ground = area<readonly [number, number]>(
    ([at]) => at,
    PLOT_HEIGHT,
    ([, value]) => y(value),
  );
  const edge = line<readonly [number, number]>(
    ([at]) => at,
    ([, value]) => y(value),
  );
  return (
    <PlotFrame
      label={label}
      direction={direction}
      levels={levels.map((value) => ({ y: y(value), label: format(value) }))}
      ticks={ticks}
    >
      <svg
        aria-hidden="true"
        width="100%"
        height={PLOT_HEIGHT}
        viewBox={`0 0 ${Math.max(1, values.length)} ${PLOT_HEIGHT}`}
        preserveAspectRatio="none"
      >
        <g transform={direction === "rtl" ? `translate(${values.length} 0) scale(-1 1)` : undefined}>
          <path d={ground(drawn) ?? ""} className="fill-tile/15" />
          <path
            d={edge(drawn) ?? ""}
            className="fill-none stroke-2 stroke-tile"
            vectorEffect="non-scaling-stroke"
            strokeLinejoin="round"
          />
        </g>
      </svg>
    </PlotFrame>
  );
}
