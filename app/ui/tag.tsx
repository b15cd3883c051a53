import type { ReactNode } from "react";

const kinds = {
  tile: "bg-tile-tint text-tile-strong",
  gold: "bg-gold-tint text-gold-ink",
  plain: "bg-surface-2 text-ink-2",
};

/** A word or two about a thing. Gold only for what is achieved, owed or free. */
export function Tag({ kind = "tile", children }: { kind?: keyof typeof kinds; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 font-semibold text-xs ${kinds[kind]}`}>
      {children}
    </span>
  );
}
