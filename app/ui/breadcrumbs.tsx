import type { ComponentType, ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type Crumb = { label: ReactNode; to?: string };
type LinkLike = ComponentType<{ to: string; className?: string; children?: ReactNode }>;

/** The way to this page; the last item is the page itself. `label` names the list, `LinkAs` is the link to use. */
export function Breadcrumbs({ items, label, LinkAs }: { items: readonly Crumb[]; label: string; LinkAs: LinkLike }) {
  return (
    <nav aria-label={label} className="pt-4 text-ink-2 text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map(({ label: text, to }, index) => (
          <li key={to ?? "here"} className="flex items-center gap-1">
            {index > 0 ? <Icon name="next" className="size-3.5 flex-none text-line-strong" /> : null}
            {to ? (
              <LinkAs to={to} className="inline-flex min-h-9 items-center px-1 hover:text-tile hover:underline">
                {text}
              </LinkAs>
            ) : (
              <span aria-current="page" className="px-1">
                {text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
