import { type ReactNode, useId } from "react";

/** One plot with its heading and what it is said with in words. */
export function ReportSection({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3">
      <h3 id={id} className="font-bold font-read text-xl">
        {title}
      </h3>
      {lead ? <div className="max-w-prose text-ink-2">{lead}</div> : null}
      {children}
    </section>
  );
}
