import { useCallback, useId, useMemo, useRef, useState } from "react";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Cue } from "../../playback.ts";
import { groupCues, lineAt } from "../../transcript/group-cues.ts";
import { lineDirection } from "../../transcript/line-direction.ts";
import { lineAsText, transcriptAsText } from "../../transcript/transcript-text.ts";
import { printTranscript } from "./print-transcript.ts";
import { TranscriptLine } from "./transcript-line.tsx";
import { TranscriptSearch } from "./transcript-search.tsx";
import { TranscriptTools } from "./transcript-tools.tsx";
import { useFind } from "./use-find.ts";
import { showLine, useFollow } from "./use-follow.ts";
import { useLines } from "./use-lines.ts";
import "./transcript.css";

type TranscriptProps = {
  cues: readonly Cue[];
  locale: Locale;
  /** All languages in which there is one. */
  locales: readonly Locale[];
  /** Where playing is; 0 before it began. */
  currentSeconds: number;
  onSeek: (seconds: number) => void;
  onLocale: (locale: Locale) => void;
  /** Of the lecture, for the page that is printed and the text that is copied. */
  title?: string;
};

/** What is said in a lecture, to be read along, searched, copied and printed. Complete without JavaScript. */
export function Transcript({ cues, locale, locales, currentSeconds, onSeek, onLocale, title = "" }: TranscriptProps) {
  const { t } = useTranslation("reading-along");
  const { clock } = useFormats();
  const id = useId();
  const pane = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => groupCues(cues), [cues]);
  const times = useMemo(() => lines.map(({ from }) => clock(from)), [lines, clock]);
  const current = lineAt(lines, currentSeconds);
  const { following, follow, stop } = useFollow({ pane, current, on: currentSeconds > 0 });
  const find = useFind(lines);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const { copied, copy } = useCopy();
  const tabStop = Math.min(walkedTo ?? Math.max(0, current), lines.length - 1);

  const press = useCallback(
    (index: number) => {
      setWalkedTo(null);
      follow();
      onSeek(lines[index]?.from ?? 0);
    },
    [lines, follow, onSeek],
  );
  const walk = useCallback(
    (index: number) => {
      stop();
      setWalkedTo(index);
      pane.current?.querySelector<HTMLElement>(`[data-line="${index}"] .transcript-time`)?.focus();
    },
    [stop],
  );
  useLines({ list, last: lines.length - 1, onPress: press, onWalk: walk });
  const copyLine = useCallback(
    (index: number) => {
      const line = lines[index];
      if (line) copy(lineAsText(line, clock));
    },
    [lines, clock, copy],
  );
  const show = (line: number) => {
    stop();
    setWalkedTo(line);
    if (pane.current) showLine(pane.current, line);
  };

  return (
    <section ref={pane} className="transcript" aria-labelledby={id}>
      <header className="transcript-head">
        <p className="transcript-print-title" dir="auto">
          {title}
        </p>
        <h2 id={id}>{t("transcript.title")}</h2>
        <TranscriptSearch find={find} onShow={show} />
        <TranscriptTools
          locale={locale}
          locales={locales}
          onLocale={onLocale}
          following={following}
          onFollow={() => {
            setWalkedTo(null);
            follow();
          }}
          onCopyAll={() => copy(transcriptAsText(lines, { title, clock }))}
          onPrint={printTranscript}
        />
        <p role="status" className="sr-only">
          {copied ? t("transcript.copied") : ""}
        </p>
      </header>
      <ol
        ref={list}
        lang={locale}
        dir={directionOf(locale)}
        aria-label={localeNames[locale]}
        className="transcript-lines"
      >
        {lines.map((line, index) => (
          <TranscriptLine
            // Lines stand in order and never move; one of another language takes the place of the same moment's.
            key={line.from}
            line={line}
            index={index}
            time={times[index] ?? ""}
            goLabel={t("transcript.goTo", { time: times[index] })}
            dir={lineDirection(line.text, locale)}
            isCurrent={index === current && currentSeconds > 0}
            isStop={index === tabStop}
            finds={find.findsOf(index)}
            shownFind={find.lineShown === index ? find.at : null}
            copyLabel={t("transcript.copyLine")}
            onCopy={copyLine}
          />
        ))}
      </ol>
    </section>
  );
}

/** Copies a text; `copied` says for a while that it was done. */
function useCopy() {
  const [copied, setCopied] = useState(false);
  const copy = useCallback((text: string) => {
    void navigator.clipboard?.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 4_000);
    });
  }, []);
  return { copied, copy };
}
