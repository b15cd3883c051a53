import type { ReactNode } from "react";

/** Facts with their names; those without a value are left out. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere] max-sm:mb-1">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Rows of one kind, or a word that there are none. */
export function Rows({ none, children }: { none: string; children: ReactNode[] }) {
  if (children.length === 0) return <p className="text-ink-2 text-sm">{none}</p>;
  return <ul className="divide-y divide-line text-sm">{children}</ul>;
}

/** A row: what it is, and what there is to say of it beside or beneath. */
export function FactRow({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2.5">
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
      {aside ? <span className="text-ink-2">{aside}</span> : null}
    </li>
  );
}
