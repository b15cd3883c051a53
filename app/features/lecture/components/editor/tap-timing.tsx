import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { writeClock } from "../../captions/clock-time.ts";
import type { CueChange, EditedCue } from "../../captions/cue-list.ts";
import { type EditorVideo, useCurrentSeconds } from "./use-editor-video.ts";

type TapTimingProps = {
  cues: readonly EditedCue[];
  /** Index of the line that is set first. */
  from: number;
  locale: Locale;
  video: EditorVideo;
  dispatch: (change: CueChange) => void;
  onEnd: (index: number) => void;
};

/** Sets the times of lines by a key or a press while the video plays: one press as each line begins. */
export function TapTiming({ cues, from, locale, video, dispatch, onEnd }: TapTimingProps) {
  const { t } = useTranslation("lecture-editor");
  const [next, setNext] = useState(from);
  const big = useRef<HTMLButtonElement>(null);
  const seconds = useCurrentSeconds(video);
  // The key must reach the button at once.
  useEffect(() => big.current?.focus(), []);
  const [said, coming, after] = [cues[next - 1], cues[next], cues[next + 1]];
  const begin = () => {
    if (!coming) return;
    dispatch({ type: "tap", id: coming.id, at: video.now(), endBefore: next > from });
    setNext(next + 1);
  };
  const endLine = () => {
    if (said) dispatch({ type: "end", id: said.id, at: Math.max(video.now(), said.from + 0.1) });
  };
  const back = () => {
    if (next <= from) return;
    dispatch({ type: "undo" });
    setNext(next - 1);
    if (said) video.seek(Math.max(0, said.from - 2));
  };
  const press = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      Escape: () => onEnd(next),
      Backspace: back,
      Period: endLine,
      KeyP: video.toggle,
    };
    const act = acts[event.code];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  const line = { lang: locale, dir: directionOf(locale) } as const;
  return (
    <fieldset
      aria-label={t("tap.title")}
      className="grid min-w-0 gap-3 rounded border border-tile bg-tile-tint p-4"
      onKeyDown={press}
    >
      <p className="text-ink-2 text-sm">{t("tap.how")}</p>
      <p className="text-sm tabular-nums">
        <bdi dir="ltr">{writeClock(seconds, { exact: false })}</bdi>
      </p>
      <p className="text-ink-2" {...line}>
        {said?.text}
      </p>
      <Button ref={big} type="button" disabled={!coming} onClick={begin} className="min-h-20 w-full text-start">
        <span {...line}>{coming ? coming.text : t("tap.done")}</span>
      </Button>
      <p className="text-ink-2 text-sm" {...line}>
        {after?.text}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" kind="quiet" size="s" onClick={video.toggle}>
          {t("tap.play")}
        </Button>
        <Button type="button" kind="quiet" size="s" disabled={!said} onClick={endLine}>
          {t("tap.end")}
        </Button>
        <Button type="button" kind="quiet" size="s" disabled={next <= from} onClick={back}>
          {t("tap.back")}
        </Button>
        <Button type="button" kind="quiet" size="s" onClick={() => onEnd(next)}>
          {t("tap.stop")}
        </Button>
      </div>
    </fieldset>
  );
}
