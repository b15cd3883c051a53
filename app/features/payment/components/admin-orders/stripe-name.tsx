import type { ReactNode } from "react";

/** What Stripe calls something, to be copied. */
export const StripeName = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr" className="break-all font-mono text-ink-2 text-xs">
    {children}
  </bdi>
);
