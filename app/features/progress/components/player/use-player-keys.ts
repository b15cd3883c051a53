import { useLayoutEffect } from "react";

type PlayerKeys = { enabled: boolean; onNext?: () => void; onPrevious?: () => void; onHelp: () => void };

/** Whether a key pressed here belongs to what has the focus: a field, a menu or a window over the page. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return true;
  const { target } = event;
  return (
    target instanceof Element &&
    target.closest("input, select, textarea, [contenteditable], dialog, pre, table") !== null
  );
}

/** Single keys that lead through a course: J and K, the arrows along the line of text, and ? for help. */
export function usePlayerKeys({ enabled, onNext, onPrevious, onHelp }: PlayerKeys): void {
  // With the page itself: a key that comes right after it must not do what the page before it would have done.
  useLayoutEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      if (event.key === "?") onHelp();
      else if (event.key === "j" || event.key === forward) onNext?.();
      else if (event.key === "k" || event.key === back) onPrevious?.();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [enabled, onNext, onPrevious, onHelp]);
}
