import { useMemo } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { Cue } from "../../playback.ts";
import { groupCues } from "../../transcript/group-cues.ts";

type SlidesViewProps = {
  slides: readonly { at: number; src: string }[];
  currentSeconds: number;
  transcript: { locale: Locale; cues: readonly Cue[] } | null;
  onSeek: (seconds: number) => void;
};

/** A lecture as its slides with what is said to each; nothing of the video is fetched. */
export function SlidesView({ slides, currentSeconds, transcript, onSeek }: SlidesViewProps) {
  const { t } = useTranslation("reading-along");
  const { clock, number } = useFormats();
  const at = Math.max(
    0,
    slides.findLastIndex((slide) => slide.at <= currentSeconds),
  );
  const slide = slides[at];
  const from = at === 0 ? 0 : (slide?.at ?? 0);
  const until = slides[at + 1]?.at ?? Number.POSITIVE_INFINITY;
  const lines = useMemo(
    () => groupCues((transcript?.cues ?? []).filter((cue) => cue.from >= from && cue.from < until)),
    [transcript, from, until],
  );
  const go = (to: number) => onSeek(slides[to]?.at ?? 0);
  return (
    <div className="slides">
      {slide ? (
        <figure>
          <img
            key={slide.src}
            src={slide.src}
            alt={t("slides.alt", { at: number(at + 1), of: number(slides.length) })}
          />
          <figcaption className="slides-ways">
            <Button type="button" kind="quiet" size="s" disabled={at === 0} onClick={() => go(at - 1)}>
              <Icon name="previous" className="size-4 flex-none" />
              {t("slides.previous")}
            </Button>
            <span role="status">
              {t("slides.place", { at: number(at + 1), of: number(slides.length), time: clock(slide.at) })}
            </span>
            <Button type="button" kind="quiet" size="s" disabled={at >= slides.length - 1} onClick={() => go(at + 1)}>
              {t("slides.next")}
              <Icon name="next" className="size-4 flex-none" />
            </Button>
          </figcaption>
        </figure>
      ) : null}
      {transcript && slide ? (
        <div lang={transcript.locale} dir={directionOf(transcript.locale)} className="slides-words">
          {lines.map((line) => (
            <p key={line.from}>{line.text}</p>
          ))}
        </div>
      ) : null}
      <p className="text-ink-2 text-sm">{t("slides.notCounted")}</p>
    </div>
  );
}
