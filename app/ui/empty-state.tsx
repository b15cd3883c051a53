import type { ReactNode } from "react";
import { Girih } from "./girih.tsx";

type EmptyStateProps = { title: ReactNode; text: ReactNode; action?: ReactNode };

/** A list with nothing in it yet, and what to do about that. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="relative grid justify-items-center gap-3 overflow-hidden rounded border border-line bg-surface px-6 py-12 text-center">
      <Girih className="absolute inset-0 size-full text-tile opacity-5" />
      <p className="relative font-bold font-read text-xl">{title}</p>
      <div className="relative max-w-prose text-ink-2">{text}</div>
      {action ? <div className="relative mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
