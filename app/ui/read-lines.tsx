import type { ReactNode } from "react";

export type ReadLine = {
  key: string;
  /** Which line of what was sent it is, as the person counts. */
  number: ReactNode;
  name?: ReactNode;
  address: string;
  /** What would become of it. */
  standing: ReactNode;
};

// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const scrollable = { tabIndex: 0 };

/** The lines of a list of addresses as they were read, each with what would become of it. */
export function ReadLines({ label, line, lines }: { label: string; line: string; lines: readonly ReadLine[] }) {
  return (
    <ol
      className="max-h-96 divide-y divide-line overflow-y-auto rounded border border-line bg-surface"
      aria-label={label}
      {...scrollable}
    >
      {lines.map(({ key, number, name, address, standing }) => (
        <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5">
          <span className="flex min-w-0 gap-3">
            <span className="flex-none text-ink-2 text-sm tabular-nums">
              <span className="sr-only">{line} </span>
              {number}
            </span>
            <span className="grid min-w-0 justify-items-start">
              {name ? <bdi className="[overflow-wrap:anywhere]">{name}</bdi> : null}
              <bdi dir="ltr" className="break-all text-ink-2">
                {address || "–"}
              </bdi>
            </span>
          </span>
          {standing}
        </li>
      ))}
    </ol>
  );
}
