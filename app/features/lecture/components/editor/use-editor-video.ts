import { type RefObject, useEffect, useMemo, useRef, useState } from "react";

/** The video that is edited, as the tools around it use it. Times in seconds. */
export type EditorVideo = {
  element: RefObject<HTMLVideoElement | null>;
  /** Where it is now, to the millisecond. */
  now: () => number;
  seek: (seconds: number) => void;
  /** Goes there and plays on. */
  playFrom: (seconds: number) => void;
  toggle: () => void;
  pause: () => void;
};

export function useEditorVideo(): EditorVideo {
  const element = useRef<HTMLVideoElement>(null);
  return useMemo(() => {
    const seek = (seconds: number) => {
      if (element.current) element.current.currentTime = seconds;
    };
    // A browser may refuse to play before the page was touched: the video just stands still then.
    const play = () => void element.current?.play().catch(() => undefined);
    return {
      element,
      now: () => Math.round((element.current?.currentTime ?? 0) * 1000) / 1000,
      seek,
      playFrom: (seconds) => {
        seek(seconds);
        play();
      },
      toggle: () => (element.current?.paused ? play() : element.current?.pause()),
      pause: () => element.current?.pause(),
    };
  }, []);
}

/** Where the video is, some four times a second while it plays. */
export function useCurrentSeconds({ element }: EditorVideo): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const { current } = element;
    const update = () => setSeconds(current?.currentTime ?? 0);
    current?.addEventListener("timeupdate", update);
    current?.addEventListener("seeking", update);
    return () => {
      current?.removeEventListener("timeupdate", update);
      current?.removeEventListener("seeking", update);
    };
  }, [element]);
  return seconds;
}
