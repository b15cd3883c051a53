import { useCallback, useState } from "react";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import type { LectureView } from "../../playback.ts";
import { useDataUse } from "../data-use/use-data-use.ts";
import { useQuality } from "../quality/use-quality.ts";
import { useStalls } from "../quality/use-stalls.ts";
import { gapsOf, nextGap } from "./coverage.ts";
import { nextSpeed, toggleCaptions, toggleFullScreen, togglePictureInPicture } from "./media-acts.ts";
import { useLectureKeys } from "./use-lecture-keys.ts";
import { useMedia } from "./use-media.ts";
import { useMediaPlace, useRepair } from "./use-media-place.ts";
import { usePlayback } from "./use-playback.ts";
import { useWatching } from "./use-watching.ts";

type Lecture = {
  view: LectureView;
  address: { course: string; lesson: string };
  lessonId: string;
  /** Single keys are wanted. */
  keys: boolean;
  onCompleted: () => void;
};

const quietly = (act: Promise<unknown>) => void act.catch(() => undefined);

/** All that moves on the page of a lecture. Belongs to one lecture: give what calls it the lesson as its key. */
export function useLecture({ view, address, lessonId, keys, onCompleted }: Lecture) {
  const { locale } = usePageContext().formats;
  const [media, setMedia] = useState<HTMLVideoElement | null>(null);
  const [begun, setBegun] = useState(false);
  const [idleAt, setIdleAt] = useState<number | null>(null);
  const watching = useWatching({ view, lessonId, onCompleted });
  const { playback, state, renew } = usePlayback({
    address: view.playbackAt ?? `/resources/playback/${address.course}/${address.lesson}`,
    enabled: view.state === "ready",
  });
  const [spentBytes, setSpentBytes] = useState(0);
  const quality = useQuality({ view, playback, budget: view.dataBudget, spentBytes });
  const { currentSeconds: playedTo } = useMedia({
    media,
    lengthSeconds: view.lengthSeconds,
    sitting: watching.sitting,
  });
  const moveTo = useMediaPlace(media);
  const failed = useRepair({ media, renew });
  useStalls({ media, onStall: quality.noteStall });
  const dataUse = useDataUse({
    media,
    enabled: view.watching !== null,
    stream: quality.bitsPerSecond === null ? (quality.source?.src ?? null) : null,
    bitsPerSecond: quality.bitsPerSecond,
    qualities: view.qualities,
  });
  // What is fetched decides on what may be fetched next.
  if (dataUse.spentBytes !== spentBytes) setSpentBytes(dataUse.spentBytes);
  const reading = quality.mode === "slides";
  const place = media && !reading ? playedTo : (idleAt ?? watching.resumeAt ?? 0);
  const seek = useCallback(
    (seconds: number) => {
      const at = Math.min(Math.max(0, seconds), Math.max(0, view.lengthSeconds - 0.5));
      setIdleAt(at);
      if (reading) return;
      setBegun(true);
      moveTo(at);
    },
    [moveTo, reading, view.lengthSeconds],
  );
  const begin = () => seek(idleAt ?? watching.resumeAt ?? 0);
  const toGap = () => {
    const gap = nextGap(gapsOf(watching.covered, view.lengthSeconds), place);
    if (gap) seek(gap[0]);
  };
  useLectureKeys({
    enabled: keys,
    toggle: () => {
      if (!media) begin();
      else if (media.paused) quietly(media.play());
      else media.pause();
    },
    skip: (seconds) => media && moveTo(media.currentTime + seconds, { plays: !media.paused }),
    toGap,
    faster: (steps) => {
      if (media) media.playbackRate = nextSpeed(media.playbackRate, steps);
    },
    mute: () => {
      if (media) media.muted = !media.muted;
    },
    captions: () => media && toggleCaptions(media, locale),
    fullScreen: () => media && quietly(toggleFullScreen(media)),
    pip: () => media && quietly(togglePictureInPicture(media)),
  });
  const away = view.state === "away" || state === "away" ? "away" : null;
  const trouble = failed ? "failed" : state === "gone" ? "gone" : away;
  return {
    ...watching,
    playback,
    quality,
    media,
    setMedia,
    begun,
    begin,
    seek,
    toGap,
    place,
    reading,
    trouble,
  } as const;
}
