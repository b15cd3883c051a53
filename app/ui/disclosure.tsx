import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string };

/** Something more, shown on request. */
export function Disclosure({ summary, children, open, className }: DisclosureProps) {
  return (
    <details open={open} className={classNames("disclosure", className)}>
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
        <Icon name="chevron-down" className="disclosure-mark size-5 flex-none text-ink-2" />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
