import type { ReactNode } from "react";

/** The first stop of the keyboard on a page: past what repeats, to `#main`. */
export function SkipLink({ children, to = "#main" }: { children: ReactNode; to?: `#${string}` }) {
  return (
    <a href={to} className="skip-link">
      {children}
    </a>
  );
}
