import { useCallback, useEffect, useRef, useState } from "react";

/** So often a video that fails is tried again before that is said. */
const MOST_TRIES = 4;
const TRY_AFTER = 1_500;

/**
 * Keeps a video at its place and going when its file is changed for another one, or fetched again: the first time it
 * begins at `begin`'s. Answers how to begin and to go to a place, in seconds.
 */
export function useMediaPlace(media: HTMLVideoElement | null) {
  const wanted = useRef({ at: 0, plays: true });
  useEffect(() => {
    if (!media) return;
    let emptied = media.readyState === 0;
    const note = () => {
      if (!emptied) wanted.current = { at: media.currentTime, plays: !media.paused };
    };
    const empty = () => {
      emptied = true;
    };
    const take = () => {
      if (!emptied) return;
      emptied = false;
      const { at, plays } = wanted.current;
      if (Math.abs(media.currentTime - at) > 0.2) media.currentTime = at;
      // Where the browser does not let it play by itself, she presses once more.
      if (plays) void media.play().catch(() => undefined);
    };
    const events = ["timeupdate", "play", "pause", "seeking"] as const;
    if (media.readyState > 0) {
      emptied = true;
      take();
    }
    media.addEventListener("emptied", empty);
    media.addEventListener("loadedmetadata", take);
    for (const name of events) media.addEventListener(name, note);
    return () => {
      media.removeEventListener("emptied", empty);
      media.removeEventListener("loadedmetadata", take);
      for (const name of events) media.removeEventListener(name, note);
    };
  }, [media]);
  return useCallback(
    (at: number, { plays = true } = {}) => {
      wanted.current = { at, plays };
      if (!media || media.readyState === 0) return;
      media.currentTime = at;
      if (plays) void media.play().catch(() => undefined);
    },
    [media],
  );
}

/**
 * Fetches a video again where it breaks off: with new addresses, as the old ones may have ended, and once there is a
 * line. Answers whether it has failed for good.
 */
export function useRepair({ media, renew }: { media: HTMLVideoElement | null; renew: () => Promise<void> }): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!media) return;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const repair = async () => {
      if (!media.error) return;
      await renew();
      // The same addresses make no change that the player would notice.
      timer = setTimeout(() => media.error && media.load(), TRY_AFTER);
    };
    const broke = () => {
      tries += 1;
      setFailed(tries > MOST_TRIES);
      // A dead line tells when it is back.
      if (tries <= MOST_TRIES && navigator.onLine) timer = setTimeout(repair, TRY_AFTER);
    };
    const back = () => {
      tries = 0;
      void repair();
    };
    const plays = () => {
      tries = 0;
      setFailed(false);
    };
    media.addEventListener("error", broke);
    media.addEventListener("playing", plays);
    window.addEventListener("online", back);
    return () => {
      clearTimeout(timer);
      media.removeEventListener("error", broke);
      media.removeEventListener("playing", plays);
      window.removeEventListener("online", back);
    };
  }, [media, renew]);
  return failed;
}
