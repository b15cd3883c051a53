import { useFormats } from "#app/platform/i18n/use-formats.ts";

const WIDTH = 1000;
const MARGIN = 40;

type TimeAxisProps = {
  /** Counted without the jump at the beginning of the era. */
  from: number;
  to: number;
  pins: readonly { id: string; number: number; at: number }[];
  /** What stands at the two ends. */
  labels: { from: string; to: string };
};

/** A line of time with numbered pins: what the fields beside it say, to look at. It runs as the page is read. */
export function TimeAxis({ from, to, pins, labels }: TimeAxisProps) {
  const formats = useFormats();
  const place = (at: number) => MARGIN + ((at - from) / Math.max(1, to - from)) * (WIDTH - 2 * MARGIN);
  return (
    <div aria-hidden="true">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 80`} className="mirrored block h-auto w-full">
        <line x1={MARGIN} x2={WIDTH - MARGIN} y1="50" y2="50" className="stroke-line-strong" strokeWidth="4" />
        {pins.map(({ id, number, at }) => (
          <g key={id}>
            <circle cx={place(at)} cy="50" r="22" className="fill-tile" />
            {/* Turned back: the drawing is mirrored where the page runs from the right. */}
            <g transform={`translate(${place(at)} 50)`}>
              <text dy="0.36em" textAnchor="middle" fontSize="26" className="mirrored fill-on-tile font-ui">
                {formats.number(number)}
              </text>
            </g>
          </g>
        ))}
      </svg>
      <div className="flex justify-between text-ink-2 text-sm">
        <span>{labels.from}</span>
        <span>{labels.to}</span>
      </div>
    </div>
  );
}
