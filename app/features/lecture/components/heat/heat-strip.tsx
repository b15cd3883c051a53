import { type Heat, stepPath } from "../../watching/heat.ts";
import { heatLayers } from "./heat-line.tsx";

const HEIGHT = 40;

/** The heat of a lecture as a narrow line beside words and a way to the whole; its time goes from left to right. */
export function HeatStrip({ heat: { columns, learners } }: { heat: Heat }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, columns.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-10 w-full rounded-xs bg-surface-2"
    >
      {heatLayers.map(({ name, fill, heightOf }) => (
        <path key={name} d={stepPath(columns.map(heightOf), { height: HEIGHT, most: learners })} className={fill} />
      ))}
    </svg>
  );
}
