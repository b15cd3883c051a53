import { memo } from "react";
import { Icon } from "#app/ui/icon.tsx";
import type { TranscriptLine as Line } from "../../transcript/group-cues.ts";
import { cutAtFinds } from "../../transcript/transcript-text.ts";

type TranscriptLineProps = {
  line: Line;
  index: number;
  time: string;
  /** What a screen reader calls the press that goes there. */
  goLabel: string;
  dir: "rtl" | "ltr";
  isCurrent: boolean;
  /** The one line of all that the Tab key comes to. */
  isStop: boolean;
  finds: readonly { from: number; to: number; number: number }[];
  /** The number of the find that is shown now, if it is in this line. */
  shownFind: number | null;
  copyLabel: string;
  onCopy: (line: Line) => void;
};

/** One line of a transcript. */
export const TranscriptLine = memo(function TranscriptLine(props: TranscriptLineProps) {
  const { line, index, isCurrent, isStop, finds, shownFind } = props;
  return (
    <li
      data-line={index}
      className={line.beginsParagraph ? "transcript-line begins" : "transcript-line"}
      aria-current={isCurrent || undefined}
    >
      <button type="button" className="transcript-time" aria-label={props.goLabel} tabIndex={isStop ? 0 : -1}>
        <bdi dir="ltr">{props.time}</bdi>
      </button>
      <p dir={props.dir} className="transcript-words">
        {finds.length === 0
          ? line.text
          : cutAtFinds(line.text, finds).map(({ text, find }) =>
              find === null ? (
                text
              ) : (
                <mark key={find} data-shown={find === shownFind || undefined}>
                  {text}
                </mark>
              ),
            )}
      </p>
      {isStop ? (
        <button
          type="button"
          data-own-press
          className="transcript-copy script-only"
          aria-label={props.copyLabel}
          title={props.copyLabel}
          onClick={() => props.onCopy(line)}
        >
          <Icon name="copy" className="size-4" />
        </button>
      ) : null}
    </li>
  );
});
