import { useEffect } from "react";

/** Who waits so long while playing waits too long, in milliseconds. */
const TOO_LONG = 8_000;

/**
 * Tells when playing has waited too long for bytes. Not on a dead line, where no form would come either, and not while
 * she pauses or moves in the lecture.
 */
export function useStalls({ media, onStall }: { media: HTMLMediaElement | null; onStall: () => void }): void {
  useEffect(() => {
    if (!media) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => clearTimeout(timer);
    const begin = () => {
      stop();
      timer = setTimeout(() => {
        if (navigator.onLine && !media.paused && !media.seeking) onStall();
      }, TOO_LONG);
    };
    const ends = ["playing", "pause", "seeking", "emptied", "ended"] as const;
    media.addEventListener("waiting", begin);
    window.addEventListener("online", begin);
    for (const name of ends) media.addEventListener(name, stop);
    return () => {
      stop();
      media.removeEventListener("waiting", begin);
      window.removeEventListener("online", begin);
      for (const name of ends) media.removeEventListener(name, stop);
    };
  }, [media, onStall]);
}
