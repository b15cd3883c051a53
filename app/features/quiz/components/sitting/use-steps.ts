import { useCallback, useEffect, useRef, useState } from "react";
import { questionAnchor } from "./question-card.tsx";
import type { OpenAttempt } from "./use-sitting.ts";

/**
 * Which questions are shown: all, or one at a time with the ways between them. A question that is newly shown gets the
 * focus, so that whoever listens hears it.
 */
export function useSteps({ slots, rules, reachedSlot }: OpenAttempt) {
  const [at, setAt] = useState(slots[0]?.slot ?? 1);
  const moved = useRef(false);
  const go = useCallback((slot: number) => {
    moved.current = true;
    setAt(slot);
  }, []);
  useNewlyReached(reachedSlot, go);
  useEffect(() => {
    if (moved.current) document.getElementById(questionAnchor(at))?.focus();
    moved.current = false;
  }, [at]);
  const index = Math.max(
    slots.findIndex(({ slot }) => slot === at),
    0,
  );
  const shown = rules.oneAtATime ? slots.slice(index, index + 1) : slots;
  return { at, go, shown, previous: slots[index - 1]?.slot, next: slots[index + 1]?.slot };
}

export type Steps = ReturnType<typeof useSteps>;

/** Calls `onReached` when the server has opened another question. */
function useNewlyReached(reachedSlot: number, onReached: (slot: number) => void): void {
  const known = useRef(reachedSlot);
  useEffect(() => {
    if (known.current === reachedSlot) return;
    known.current = reachedSlot;
    onReached(reachedSlot);
  }, [reachedSlot, onReached]);
}
