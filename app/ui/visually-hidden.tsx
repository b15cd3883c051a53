import type { ReactNode } from "react";

/** Words for those who listen to the page. */
export function VisuallyHidden({
  children,
  as: As = "span",
}: {
  children: ReactNode;
  as?: "span" | "h2" | "h3" | "p";
}) {
  return <As className="sr-only">{children}</As>;
}
