import { useEffect, useState } from "react";
import { createPlayedSeconds } from "./played-seconds.ts";
import type { OpenSitting } from "./sitting.ts";

/** How often a playing video is looked at, in milliseconds. */
const LOOK_EVERY = 200;

type Following = { media: HTMLVideoElement; lengthSeconds: number; sitting: OpenSitting };
type Media = { media: HTMLVideoElement | null; lengthSeconds: number; sitting: OpenSitting | undefined };

/** Where the part that plays now began, if that is not long ago; the first look may come late. */
function beginningOf({ played, currentTime }: HTMLVideoElement): number | undefined {
  const starts = Array.from({ length: played.length }, (_, i) => played.start(i));
  return starts.findLast((start) => start <= currentTime && currentTime - start < 1);
}

/** Hands what a video plays to the sitting, as it plays. */
function followPlaying({ media, lengthSeconds, sitting }: Following): () => void {
  let known: ReturnType<typeof createPlayedSeconds> | undefined;
  const played = () => {
    known ??= createPlayedSeconds({
      lengthSeconds,
      duration: Number.isFinite(media.duration) ? media.duration : lengthSeconds,
    });
    return known;
  };
  let fresh = true;
  const see = () => {
    const { currentTime, playbackRate } = media;
    const now = sitting.now();
    const begun = fresh ? beginningOf(media) : undefined;
    if (begun !== undefined) played().look(begun, Math.max(0, now - ((currentTime - begun) * 1_000) / playbackRate));
    fresh = false;
    sitting.note(played().look(currentTime, now), currentTime);
  };
  const look = () => {
    if (!media.seeking && media.readyState > 0 && !media.paused) see();
  };
  const jump = () => {
    known?.stop();
    fresh = true;
  };
  const rest = () => {
    // Where it was emptied, there is nothing to be seen any more.
    if (media.readyState > 0 && !media.seeking) see();
    jump();
    void sitting.flush();
  };
  const jumped = () => {
    if (media.paused) sitting.note(null, media.currentTime);
    look();
    void sitting.flush();
  };
  const timer = setInterval(look, LOOK_EVERY);
  const heard = [
    ["play", look],
    ["playing", look],
    ["timeupdate", look],
    ["pause", rest],
    ["ended", rest],
    ["seeking", jump],
    ["seeked", jumped],
    ["emptied", jump],
  ] as const;
  for (const [name, hear] of heard) media.addEventListener(name, hear);
  return () => {
    clearInterval(timer);
    for (const [name, hear] of heard) media.removeEventListener(name, hear);
  };
}

/** Where a video is, in seconds, a few times a second; and what it plays told to the sitting. */
export function useMedia({ media, lengthSeconds, sitting }: Media): { currentSeconds: number; paused: boolean } {
  const [currentSeconds, setCurrent] = useState(0);
  const [paused, setPaused] = useState(true);
  useEffect(() => {
    if (!media) return;
    const show = () => {
      setPaused(media.paused);
      // Before its place is taken a video stands at the beginning.
      if (media.readyState > 0) setCurrent(media.currentTime);
    };
    const events = ["timeupdate", "seeking", "play", "pause", "ended"] as const;
    for (const name of events) media.addEventListener(name, show);
    return () => {
      for (const name of events) media.removeEventListener(name, show);
    };
  }, [media]);
  useEffect(() => {
    if (!media || !sitting) return;
    return followPlaying({ media, lengthSeconds, sitting });
  }, [media, lengthSeconds, sitting]);
  return { currentSeconds, paused };
}
