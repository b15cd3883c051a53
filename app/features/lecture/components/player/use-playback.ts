import { useCallback, useEffect, useRef, useState } from "react";
import type { Playback } from "../../playback.ts";

/** When the addresses cannot be had, they are asked for again after so long, in milliseconds. */
const AGAIN_AFTER = 5_000;

type Found = { playback: Playback | null; state: "asked" | "found" | "away" | "gone" };

async function askFor(address: string): Promise<Found> {
  try {
    const answer = await fetch(address, { redirect: "manual" });
    if (answer.ok) return { playback: await answer.json(), state: "found" };
    return { playback: null, state: answer.status >= 500 || answer.status === 429 ? "away" : "gone" };
  } catch {
    return { playback: null, state: "away" };
  }
}

/**
 * Where a lecture is fetched from; asked for when the page is awake, and again by `renew` when the addresses have
 * ended. `away`: the academy or the video's keeper does not answer, and is asked again; `gone`: she may not watch it
 * now.
 */
export function usePlayback({ address, enabled }: { address: string; enabled: boolean }) {
  const [found, setFound] = useState<Found>({ playback: null, state: "asked" });
  const asking = useRef<AbortController>(undefined);
  const renew = useCallback(async () => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    while (!mine.signal.aborted) {
      const next = await askFor(address);
      if (mine.signal.aborted) return;
      setFound((before) => (next.playback ? next : { ...next, playback: before.playback }));
      if (next.state !== "away") return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    }
  }, [address]);
  useEffect(() => {
    if (enabled) void renew();
    return () => asking.current?.abort();
  }, [enabled, renew]);
  return { ...found, renew };
}
