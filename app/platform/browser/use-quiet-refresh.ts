import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";

/** When to ask again for what is about to be there, in seconds after one another. */
const PAUSES = [1, 1, 2, 3, 5, 8, 13, 20, 30];

/**
 * Loads the page's data again now and then while something is awaited, less and less often. `late` once it has waited
 * for all it will: about a minute and a half.
 */
export function useQuietRefresh(awaited: boolean): { late: boolean } {
  const { revalidate, state } = useRevalidator();
  const [asked, setAsked] = useState(0);
  const pause = PAUSES[asked];
  useEffect(() => {
    if (!awaited || pause === undefined || state !== "idle") return;
    const timer = setTimeout(() => {
      setAsked((before) => before + 1);
      void revalidate();
    }, pause * 1_000);
    return () => clearTimeout(timer);
  }, [awaited, pause, state, revalidate]);
  return { late: awaited && pause === undefined };
}
