import { type RefObject, useEffect } from "react";

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function lineOf(target: EventTarget | null): number | undefined {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-line]") : null;
  return line ? Number(line.dataset.line) : undefined;
}

/**
 * Acts on presses anywhere on a line (except while text is marked, or on a button of its own), and on the keys that walk
 * the lines. One listener for all of them: there may be a thousand.
 */
export function useLines({
  list,
  last,
  onPress,
  onWalk,
}: {
  list: RefObject<HTMLElement | null>;
  last: number;
  onPress: (line: number) => void;
  onWalk: (line: number) => void;
}): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const press = (event: MouseEvent) => {
      const line = lineOf(event.target);
      const own = event.target instanceof Element && event.target.closest("[data-own-press]");
      const marked = document.getSelection()?.isCollapsed === false;
      if (line !== undefined && !own && !marked) onPress(line);
    };
    const walk = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const line = lineOf(event.target);
      if (!step || line === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      onWalk(step(line, last));
    };
    element.addEventListener("click", press);
    element.addEventListener("keydown", walk);
    return () => {
      element.removeEventListener("click", press);
      element.removeEventListener("keydown", walk);
    };
  }, [list, last, onPress, onWalk]);
}
