import type { PlotDirection } from "./plot-frame.tsx";

const HEIGHT = 28;
const GAP = 0.12;

/** The shape of some counts without words, beside the figures that say them; `most` is what the whole height stands for. */
export function SmallBars({
  direction,
  values,
  most,
}: {
  direction: PlotDirection;
  values: readonly number[];
  most: number;
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, values.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-7 w-40 border-line-strong border-b"
    >
      <g transform={direction === "rtl" ? `translate(${values.length} 0) scale(-1 1)` : undefined}>
        <path
          d={values.map((value, place) => (value > 0 ? bar({ place, height: (value / most) * HEIGHT }) : "")).join("")}
          className="fill-tile"
        />
      </g>
    </svg>
  );
}

function bar({ place, height }: { place: number; height: number }): string {
  const top = Math.round((HEIGHT - height) * 100) / 100;
  return `M${place + GAP} ${HEIGHT}V${top}H${place + 1 - GAP}V${HEIGHT}Z`;
}
