import type { PlotDirection } from "./plot-frame.tsx";

/** How much something is of the most, beside the figure that says it; what is below nothing has a colour of its own. */
export function ValueBar({ direction, value, most }: { direction: PlotDirection; value: number; most: number }) {
  const width = most > 0 ? (Math.min(Math.abs(value), most) / most) * 100 : 0;
  return (
    <svg aria-hidden="true" width="100%" height="10" className="block">
      <rect width="100%" height="10" rx="2" className="fill-surface-2" />
      <rect
        x={direction === "rtl" ? `${100 - width}%` : "0"}
        width={`${width}%`}
        height="10"
        rx="2"
        className={value < 0 ? "fill-danger" : "fill-tile"}
      />
    </svg>
  );
}
