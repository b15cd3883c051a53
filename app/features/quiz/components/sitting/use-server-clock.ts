import { useCallback, useEffect } from "react";
import { notePageTime, serverTime } from "./server-clock.ts";

/**
 * The server's clock, in milliseconds since 1970: as the page had it, corrected from every response to answers. Before
 * the page is awake it stands at the time that the page was made.
 */
export function useServerClock(serverNow: string): () => number {
  const made = Date.parse(serverNow);
  useEffect(() => notePageTime(made), [made]);
  return useCallback(() => serverTime() ?? made, [made]);
}
