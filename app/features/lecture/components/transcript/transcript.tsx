import { useCallback, useId, useMemo } from "react";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { useCopy } from "#app/ui/use-copy.ts";
import type { Cue } from "../../playback.ts";
import { groupCues, type TranscriptLine as Line } from "../../transcript/group-cues.ts";
import { lineDirection } from "../../transcript/line-direction.ts";
import { lineAsText, transcriptAsText } from "../../transcript/transcript-text.ts";
import { printTranscript } from "./print-transcript.ts";
import { TranscriptLine } from "./transcript-line.tsx";
import { TranscriptSearch } from "./transcript-search.tsx";
import { TranscriptTools } from "./transcript-tools.tsx";
import { usePane } from "./use-pane.ts";

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
  const lines = useMemo(() => groupCues(cues), [cues]);
  const pane = usePane({ lines, currentSeconds, onSeek });
  const { copied, copy } = useCopy();
  const copyLine = useCallback((line: Line) => void copy(lineAsText(line, clock)), [clock, copy]);
  return (
    <section className="transcript" aria-labelledby={id}>
      <header className="transcript-head">
        <p className="transcript-print-title" dir="auto">
          {title}
        </p>
        <h2 id={id}>{t("transcript.title")}</h2>
        <TranscriptSearch find={pane.find} />
        <TranscriptTools
          locale={locale}
          locales={locales}
          onLocale={onLocale}
          onCopyAll={() => void copy(transcriptAsText(lines, { title, clock }))}
          onPrint={printTranscript}
          said={copied === null ? "" : t(copied ? "transcript.copied" : "transcript.notCopied")}
        />
      </header>
      <div ref={pane.pane} className="transcript-pane">
        <Lines lines={lines} locale={locale} pane={pane} onCopy={copyLine} />
      </div>
      {pane.following ? null : (
        <Button type="button" size="s" className="transcript-follow" onClick={pane.followAgain}>
          {t("transcript.follow")}
        </Button>
      )}
    </section>
  );
}

type LinesProps = {
  lines: readonly Line[];
  locale: Locale;
  pane: ReturnType<typeof usePane>;
  onCopy: (line: Line) => void;
};

function Lines({ lines, locale, pane, onCopy }: LinesProps) {
  const { t } = useTranslation("reading-along");
  const { clock } = useFormats();
  const { list, current, tabStop, find } = pane;
  const rows = useMemo(
    () =>
      lines.map((line, index) => {
        const time = clock(line.from);
        // Two lines may begin at one moment, but none ever changes its place.
        return {
          key: `line-${index}`,
          line,
          time,
          goLabel: t("transcript.goTo", { time }),
          dir: lineDirection(line.text, locale),
        };
      }),
    [lines, clock, t, locale],
  );
  return (
    <ol
      ref={list}
      lang={locale}
      dir={directionOf(locale)}
      aria-label={localeNames[locale]}
      className="transcript-lines"
    >
      {rows.map((row, index) => (
        <TranscriptLine
          {...row}
          key={row.key}
          index={index}
          isCurrent={index === current}
          isStop={index === tabStop}
          finds={find.findsOf(index)}
          shownFind={find.lineShown === index ? find.at : null}
          copyLabel={t("transcript.copyLine")}
          onCopy={onCopy}
        />
      ))}
    </ol>
  );
}
