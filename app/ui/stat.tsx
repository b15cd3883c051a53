import type { ReactNode } from "react";

/** One figure and what it counts. Several stand in a `<dl>`. */
export function Stat({ label, value }: { label: ReactNode; value: ReactNode }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="font-bold text-2xl tabular-nums">{value}</dd>
    </div>
  );
}
