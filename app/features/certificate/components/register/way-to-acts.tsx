import type { ReactNode } from "react";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";

/** On a phone, where a long list stands before what can be done with those chosen in it: the way there. */
export function WayToActs({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="sticky bottom-3 z-10 mt-3 flex justify-center md:hidden">
      <a href="#chosen-acts" className={buttonClass()}>
        {children} <Icon name="chevron-down" />
      </a>
    </p>
  );
}
