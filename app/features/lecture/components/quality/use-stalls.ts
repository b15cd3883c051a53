import { useEffect } from "react";

/** Who waits so long to see something waits too long, in milliseconds. */
const TOO_LONG = 8_000;

/** Whether bytes are missing that somebody waits for, on a line that is there: on a dead one no form would come. */
function isStuck(media: HTMLMediaElement): boolean {
  const { readyState, paused, error } = media;
  const waited = readyState === media.HAVE_NOTHING || (readyState < media.HAVE_FUTURE_DATA && !paused);
  return waited && error === null && navigator.onLine;
}

/** Tells when a media element waits too long for bytes: to begin, to go on, or to go to another place. */
export function useStalls({ media, onStall }: { media: HTMLMediaElement | null; onStall: () => void }): void {
  useEffect(() => {
    if (!media) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    const begin = () => {
      stop();
      timer = setTimeout(() => isStuck(media) && onStall(), TOO_LONG);
    };
    const begins = ["loadstart", "waiting", "seeking"] as const;
    const ends = ["loadedmetadata", "playing", "pause", "ended", "error"] as const;
    for (const name of begins) media.addEventListener(name, begin);
    for (const name of ends) media.addEventListener(name, stop);
    window.addEventListener("online", begin);
    if (media.networkState === media.NETWORK_LOADING && media.readyState === media.HAVE_NOTHING) begin();
    return () => {
      stop();
      for (const name of begins) media.removeEventListener(name, begin);
      for (const name of ends) media.removeEventListener(name, stop);
      window.removeEventListener("online", begin);
    };
  }, [media, onStall]);
}
