import type { ReactNode } from "react";

/** One line of what something comes to, within a `dl`. */
export function SumLine({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 border-line border-t py-3">
      <dt className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{label}</dt>
      <dd className="ms-auto">{children}</dd>
    </div>
  );
}
