import { useState } from "react";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { SignedVideo } from "../../playback.ts";
import type { EditorVideo } from "./use-editor-video.ts";

type VideoPaneProps = {
  videoId: string | undefined;
  signed: SignedVideo | null;
  away: boolean;
  video: EditorVideo;
  title: { text: string; locale: Locale };
};

/** A form that an editor can jump about in: small enough to load, large enough to read. */
function chooseSource({ qualities }: SignedVideo) {
  const seen = qualities.filter(({ name }) => name !== "audio");
  return seen.find(({ height }) => height !== null && height <= 720) ?? seen.at(-1) ?? qualities[0];
}

/**
 * The address stays the first that was signed: the page asks for its data anew whenever something is saved, and the
 * video must not begin again for that.
 */
function useKeptSource(videoId: string | undefined, signed: SignedVideo | null) {
  const fresh = signed && videoId ? { videoId, poster: signed.poster, source: chooseSource(signed) } : null;
  const [kept, setKept] = useState(fresh);
  if (kept?.videoId === fresh?.videoId) return kept;
  setKept(fresh);
  return fresh;
}

/** The video beside its tools, in sight while they are used. */
export function VideoPane({ videoId, signed, away, video, title }: VideoPaneProps) {
  const { t } = useTranslation("lecture-editor");
  const kept = useKeptSource(videoId, signed);
  const source = kept?.source;
  if (!source) {
    return (
      <p className="grid aspect-video place-items-center rounded-sm border border-line bg-surface-2 p-6 text-center text-ink-2">
        {t(away ? "video.away" : "video.none")}
      </p>
    );
  }
  return (
    // Its captions are edited beside it, from which they are read.
    <video
      ref={video.element}
      src={source.src}
      poster={kept?.poster ?? undefined}
      controls
      preload="metadata"
      playsInline
      crossOrigin={source.src.startsWith("/") ? undefined : "anonymous"}
      aria-label={title.text}
      className="aspect-video max-h-[38dvh] w-full rounded-sm bg-black lg:max-h-none"
    >
      <track kind="captions" />
    </video>
  );
}
