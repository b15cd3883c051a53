import { useEffect } from "react";
import { useRevalidator } from "react-router";

const PAUSE_MS = 3_000;

/** Loads the page's data again every few seconds while something goes on and the page is looked at. */
export function useSteadyRefresh(goesOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!goesOn || state !== "idle") return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void revalidate();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [goesOn, state, revalidate]);
}
