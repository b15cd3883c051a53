import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { HeatColumn } from "../../watching/heat.ts";
import { TimeScale } from "./heat-line.tsx";

const HEIGHT = 100;
const GAP = 0.15;

/** How many stop in each part of a lecture. */
export function StopBars({ parts }: { parts: readonly HeatColumn[] }) {
  const { t } = useTranslation("watching");
  const most = Math.max(1, ...parts.map(({ stopped }) => stopped));
  return (
    <div dir="ltr">
      <svg
        role="img"
        aria-label={t("stops.label")}
        viewBox={`0 0 ${parts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-28 w-full border-line-strong border-b"
      >
        {parts.map(({ from, stopped }, x) => {
          const height = (stopped / most) * HEIGHT;
          return (
            <rect
              key={from}
              x={x + GAP}
              y={HEIGHT - height}
              width={1 - 2 * GAP}
              height={height}
              className="fill-tile"
            />
          );
        })}
      </svg>
      <TimeScale length={parts.at(-1)?.to ?? 0} />
    </div>
  );
}
