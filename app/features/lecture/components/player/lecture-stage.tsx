import { Suspense, useEffect, useRef } from "react";
import { lazyPart } from "#app/platform/browser/lazy-part.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { LectureView, Playback } from "../../playback.ts";

const load = () => import("./video-player.tsx");
const VideoPlayer = lazyPart(load);

type StageProps = {
  view: LectureView;
  playback: Playback | null;
  source: { src: string; type: string } | null;
  /** She asked for it to be played; nothing of the video is fetched before. */
  begun: boolean;
  onBegin: () => void;
  /** Where she goes on; null until that is known. */
  resumeAt: number | null;
  onMedia: (media: HTMLVideoElement | null) => void;
};

/** The picture: the poster with what the lecture is, and the video itself once she presses it. */
export function LectureStage({ view, playback, source, begun, onBegin, resumeAt, onMedia }: StageProps) {
  const { t } = useTranslation("lecture");
  const ready = source !== null && playback !== null && resumeAt !== null;
  useEffect(() => {
    // So that the press is answered at once; what fails here is fetched when it is pressed.
    const timer = setTimeout(() => void load().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, []);
  const stage = useRef<HTMLDivElement>(null);
  const shown = begun && ready;
  useEffect(() => {
    // The button that was pressed is gone; whoever stood on it stands on the video.
    if (shown && document.activeElement === document.body) stage.current?.focus({ preventScroll: true });
  }, [shown]);
  const poster = <Poster view={view} playback={playback} resumeAt={resumeAt} onBegin={onBegin} waits={begun} />;
  return (
    <div ref={stage} tabIndex={-1} className="lecture-stage">
      {shown ? (
        <Suspense fallback={poster}>
          <VideoPlayer
            src={source.src}
            playback={playback}
            chapters={view.chapters}
            lengthSeconds={view.lengthSeconds}
            onMedia={onMedia}
          />
        </Suspense>
      ) : (
        poster
      )}
      <noscript>
        <p className="lecture-noscript">{t("noScript")}</p>
      </noscript>
    </div>
  );
}

type PosterProps = {
  view: LectureView;
  playback: Playback | null;
  resumeAt: number | null;
  onBegin: () => void;
  waits: boolean;
};

function Poster({ view, playback, resumeAt, onBegin, waits }: PosterProps) {
  const { t } = useTranslation("lecture");
  const { clock } = useFormats();
  const goesOn = resumeAt !== null && resumeAt > 0;
  return (
    <>
      {playback?.poster ? <img src={playback.poster} alt="" className="lecture-poster" /> : null}
      {view.state === "away" ? null : (
        <button type="button" className="lecture-begin script-only" onClick={onBegin} aria-busy={waits}>
          <span className="lecture-begin-mark">
            <Icon name="play" className="size-8" />
          </span>
          <span className="lecture-begin-words">
            {waits ? t("loading") : goesOn ? t("goOn", { time: clock(resumeAt) }) : t("begin")}
          </span>
        </button>
      )}
      <span className="lecture-length">
        <span className="sr-only">{t("length")} </span>
        <bdi dir="ltr">{clock(view.lengthSeconds)}</bdi>
      </span>
    </>
  );
}
