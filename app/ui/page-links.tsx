import type { ComponentType, ReactNode } from "react";
import { buttonClass } from "./button-class.ts";
import { Icon } from "./icon.tsx";

type LinkLike = ComponentType<{ to: string; rel?: string; className?: string; children?: ReactNode }>;

type PageLinksProps = {
  /** Addresses of the neighbouring pages, where there are such. */
  next?: string;
  previous?: string;
  labels: { navigation: string; next: ReactNode; previous: ReactNode };
  LinkAs: LinkLike;
};

/** The way to the neighbouring pages of a list. */
export function PageLinks({ next, previous, labels, LinkAs }: PageLinksProps) {
  if (!next && !previous) return null;
  return (
    <nav aria-label={labels.navigation} className="flex flex-wrap justify-between gap-3 py-6">
      {previous ? (
        <LinkAs to={previous} rel="prev" className={buttonClass({ kind: "quiet" })}>
          <Icon name="previous" />
          {labels.previous}
        </LinkAs>
      ) : (
        <span />
      )}
      {next ? (
        <LinkAs to={next} rel="next" className={buttonClass({ kind: "quiet" })}>
          {labels.next}
          <Icon name="next" />
        </LinkAs>
      ) : null}
    </nav>
  );
}
