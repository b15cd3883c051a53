import { type RefObject, useCallback, useEffect, useState } from "react";

const SCROLL_KEYS = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];

/** Scrolls a pane, and nothing around it, so that one of its lines stands in its upper third. */
export function showLine(pane: HTMLElement, index: number): void {
  const line = pane.querySelector(`[data-line="${index}"]`);
  if (!line) return;
  const offset = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3, behavior: calm ? "instant" : "smooth" });
}

/**
 * Keeps the line that is spoken in sight, until the reader scrolls by herself; `follow` begins again.
 * `on` is false while nothing is played yet.
 */
export function useFollow({
  pane,
  current,
  on,
}: {
  pane: RefObject<HTMLElement | null>;
  current: number;
  on: boolean;
}) {
  const [following, setFollowing] = useState(true);
  const stop = useCallback(() => setFollowing(false), []);
  const follow = useCallback(() => setFollowing(true), []);

  useEffect(() => {
    if (following && on && pane.current) showLine(pane.current, current);
  }, [following, on, current, pane]);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const scrolls = () => element.scrollHeight > element.clientHeight;
    const note = (event: Event) => {
      if (event instanceof KeyboardEvent && !SCROLL_KEYS.includes(event.key)) return;
      // A press on the pane itself and on none of its lines is one on its scroll bar.
      if (event.type === "pointerdown" && event.target !== element) return;
      if (scrolls()) stop();
    };
    const events = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
    for (const name of events) element.addEventListener(name, note, { passive: true });
    return () => {
      for (const name of events) element.removeEventListener(name, note);
    };
  }, [pane, stop]);

  return { following, follow, stop };
}
