import MuxPlayer from "@mux/mux-player-react";
import { type ComponentRef, useCallback, useRef, useState } from "react";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { LectureView, Playback } from "../../playback.ts";
import { SPEEDS } from "./media-acts.ts";
import { teachPlayer } from "./video-words.ts";

type MuxPlayerElement = ComponentRef<typeof MuxPlayer>;

export type VideoPlayerProps = {
  src: string;
  playback: Playback;
  chapters: LectureView["chapters"];
  lengthSeconds: number;
  /** Given the video itself once it is there, and null when it goes. */
  onMedia: (media: HTMLVideoElement | null) => void;
};

/** The video element within the player's, whose shadow holds it. */
function videoOf(player: MuxPlayerElement): HTMLVideoElement | null {
  const { nativeEl } = player.media ?? {};
  return nativeEl instanceof HTMLVideoElement ? nativeEl : null;
}

function tellChapters(player: MuxPlayerElement, { chapters, lengthSeconds }: VideoPlayerProps) {
  void player.addChapters(
    chapters.map(({ at, title }, i) => ({
      startTime: at,
      endTime: chapters[i + 1]?.at ?? lengthSeconds,
      value: title,
    })),
  );
}

/** The video with its controls. Time runs from left to right in every language, so the controls do. */
export default function VideoPlayer(props: VideoPlayerProps) {
  const { src, playback, onMedia } = props;
  const { t } = useTranslation("lecture");
  // Before the first of its elements is made.
  useState(() => teachPlayer(t));
  const latest = useRef(props);
  const take = useCallback(
    (player: MuxPlayerElement | null) => {
      onMedia(player ? videoOf(player) : null);
      player?.addEventListener("loadedmetadata", () => tellChapters(player, latest.current));
    },
    [onMedia],
  );
  return (
    <div dir="ltr" className="contents">
      <MuxPlayer
        ref={take}
        className="lecture-video"
        src={src}
        poster={playback.poster ?? undefined}
        storyboardSrc={playback.storyboard ?? undefined}
        streamType="on-demand"
        playbackRates={SPEEDS}
        preload="auto"
        playsInline
        nohotkeys
        disableTracking
        disableCookies
        defaultHiddenCaptions
        // Captions come beside the video, from us; those in the stream are the same.
        _hlsConfig={{ renderTextTracksNatively: false }}
      >
        {playback.captions.map(({ locale, src: captions }) => (
          <track key={locale} kind="captions" srcLang={locale} label={localeNames[locale]} src={captions} />
        ))}
      </MuxPlayer>
    </div>
  );
}
