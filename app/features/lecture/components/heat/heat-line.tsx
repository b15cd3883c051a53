import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";
import { type Heat, type HeatColumn, stepPath } from "../../watching/heat.ts";

const HEIGHT = 100;

/**
 * From below: what was watched again, watched, passed over; what is left of the height was never reached. Under what
 * was watched lies a plain ground, as it is drawn half transparent.
 */
export const heatLayers = [
  {
    name: "skipped",
    fill: "fill-line-strong",
    swatch: "bg-line-strong",
    heightOf: ({ watched, skipped }: HeatColumn) => watched + skipped,
  },
  { name: "ground", fill: "fill-surface", swatch: null, heightOf: ({ watched }: HeatColumn) => watched },
  { name: "watched", fill: "fill-tile/45", swatch: "bg-tile/45", heightOf: ({ watched }: HeatColumn) => watched },
  {
    name: "rewatched",
    fill: "fill-tile-strong",
    swatch: "bg-tile-strong",
    heightOf: ({ rewatched }: HeatColumn) => rewatched,
  },
] as const;

/**
 * The heat of a lecture from its beginning to its end, which goes from left to right as in every player. What it shows
 * stands in a table as well.
 */
export function HeatLine({ heat, chapters }: { heat: Heat; chapters: readonly number[] }) {
  const { t } = useTranslation("watching");
  const { columns, learners } = heat;
  const length = columns.at(-1)?.to ?? 0;
  return (
    <figure className="grid gap-3">
      <div dir="ltr">
        <svg
          role="img"
          aria-label={t("heat.label")}
          viewBox={`0 0 ${columns.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-40 w-full rounded-sm border border-line bg-surface-2"
        >
          {heatLayers.map(({ name, fill, heightOf }) => (
            <path
              key={name}
              d={stepPath(columns.map(heightOf), { height: HEIGHT, most: learners })}
              className={classNames(fill, "stroke-surface-2")}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {chapters.map((at) => (
            <path
              key={at}
              d={`M${(at / length) * columns.length} 0V${HEIGHT}`}
              className="stroke-paper"
              strokeWidth="1.5"
              strokeDasharray="3 3"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        <TimeScale length={length} />
      </div>
      <figcaption>
        <HeatLegend />
      </figcaption>
    </figure>
  );
}

/** What the colours of a heat mean. */
export function HeatLegend() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {heatLayers
        .toReversed()
        .map(({ name, swatch }) => swatch && <LegendEntry key={name} name={name} swatch={swatch} />)}
      <LegendEntry name="unreached" swatch="border border-line-strong bg-surface-2" />
    </ul>
  );
}

function LegendEntry({ name, swatch }: { name: "skipped" | "watched" | "rewatched" | "unreached"; swatch: string }) {
  const { t } = useTranslation("watching");
  return (
    <li className="flex items-center gap-2">
      <span className={classNames("size-3.5 flex-none rounded-[3px]", swatch)} />
      {t(`heat.${name}`)}
    </li>
  );
}

/** Times under a picture of the whole length. */
export function TimeScale({ length }: { length: number }) {
  const formats = useFormats();
  return (
    <div className="mt-1 flex justify-between text-ink-2 text-xs tabular-nums">
      {[0, 0.5, 1].map((share) => (
        <bdi key={share}>{formats.clock(Math.round(share * length))}</bdi>
      ))}
    </div>
  );
}
