import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** Height of what is plotted, in pixels; widths are percentages, so that a plot fits any screen and its words keep their size. */
export const PLOT_HEIGHT = 200;
const BELOW = 26;
const ABOVE = 10;
const BESIDE = 48;

/** The way in which the page is read: what goes on in time, or grows, goes on in that direction. */
export type PlotDirection = "rtl" | "ltr";

/** Where a value stands along the plot, `at` from 0 to 1. `minor` ones are left out on a narrow screen. */
export type PlotTick = { at: number; label: string; minor?: boolean };
type PlotLevel = { y: number; label: string };

type PlotFrameProps = {
  /** What is shown, for those who do not see it. */
  label: string;
  direction: PlotDirection;
  levels: readonly PlotLevel[];
  ticks: readonly PlotTick[];
  children: ReactNode;
};

/** From where something of this width stands, in percent of the plot's width. */
export function placeAcross(direction: PlotDirection, at: number, width = 0): string {
  const start = direction === "rtl" ? 1 - at - width : at;
  return `${Math.round(start * 1e4) / 100}%`;
}

/** The last word stays within the plot; the first has room beside it. `end` is that of the page's direction. */
const anchorOf = (at: number) => (at > 0.9 ? "end" : "middle");

/** Levels and their names beside, ticks below: what all plots have in common. */
export function PlotFrame({ label, direction, levels, ticks, children }: PlotFrameProps) {
  return (
    <div className="flex">
      <svg aria-hidden="true" width={BESIDE} height={ABOVE + PLOT_HEIGHT + BELOW} className="flex-none">
        {levels.map(({ y, label: name }) => (
          <text
            key={y}
            x={direction === "rtl" ? 8 : BESIDE - 8}
            y={ABOVE + y + 4}
            textAnchor="end"
            className="fill-ink-2 text-xs tabular-nums"
          >
            {name}
          </text>
        ))}
      </svg>
      <div className="min-w-0 flex-1">
        <svg
          role="img"
          aria-label={label}
          width="100%"
          height={ABOVE + PLOT_HEIGHT + BELOW}
          className="block overflow-visible"
        >
          <svg aria-hidden="true" y={ABOVE} width="100%" height={PLOT_HEIGHT} overflow="visible">
            {levels.map(({ y }) => (
              <line key={y} x1="0" x2="100%" y1={y} y2={y} className="stroke-line" shapeRendering="crispEdges" />
            ))}
            {children}
            <line x1="0" x2="100%" y1={PLOT_HEIGHT} y2={PLOT_HEIGHT} className="stroke-line-strong" />
          </svg>
          {ticks.map(({ at, label: name, minor }) => (
            <text
              key={at}
              x={placeAcross(direction, at)}
              y={ABOVE + PLOT_HEIGHT + 19}
              textAnchor={anchorOf(at)}
              className={classNames("fill-ink-2 text-xs tabular-nums", minor && "max-sm:hidden")}
            >
              {name}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** At which of so many things in a row a word stands: at most `most` of them, every second one only where there is room. */
export function spreadTicks(labels: readonly string[], most = 7): PlotTick[] {
  const each = Math.ceil(labels.length / most);
  return labels.flatMap((label, place) =>
    place % each === 0 ? [{ at: (place + 0.5) / labels.length, label, minor: (place / each) % 2 === 1 }] : [],
  );
}
