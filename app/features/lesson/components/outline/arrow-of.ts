import type { KeyboardEvent } from "react";

/** Up or down with Alt, outside of fields. */
export function arrowOf(event: KeyboardEvent): 1 | -1 | undefined {
  if (!event.altKey || event.target instanceof HTMLInputElement) return undefined;
  return { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key];
}
