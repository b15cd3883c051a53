import type { ReactNode } from "react";

/** One plot or table with its heading and what it is said with in words. Its table is the landmark, and so has the name. */
export function ReportSection({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h3 className="font-bold font-read text-xl">{title}</h3>
      {lead ? <div className="max-w-prose text-ink-2">{lead}</div> : null}
      {children}
    </section>
  );
}
