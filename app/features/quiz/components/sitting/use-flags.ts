import { useCallback, useEffect, useState } from "react";

const keyOf = (attemptId: string) => `maqdis.flags.${attemptId}`;

function readFlags(attemptId: string): Set<number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(attemptId)) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((slot) => typeof slot === "number") : []);
  } catch {
    // A browser that keeps nothing: the marks hold as long as the page.
    return new Set();
  }
}

function keepFlags(attemptId: string, flagged: ReadonlySet<number>): void {
  try {
    localStorage.setItem(keyOf(attemptId), JSON.stringify([...flagged]));
  } catch {
    // As above.
  }
}

/** The questions that she marked to look at again; her own affair, and kept on this device. */
export function useFlags(attemptId: string) {
  const [flagged, setFlagged] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => setFlagged(readFlags(attemptId)), [attemptId]);
  const toggle = useCallback(
    (slot: number) =>
      setFlagged((before) => {
        const after = new Set(before);
        if (!after.delete(slot)) after.add(slot);
        keepFlags(attemptId, after);
        return after;
      }),
    [attemptId],
  );
  return { flagged, toggle };
}
