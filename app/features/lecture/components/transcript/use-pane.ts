import { useCallback, useEffect, useRef, useState } from "react";
import { lineAt, type TranscriptLine } from "../../transcript/group-cues.ts";
import { useFind } from "./use-find.ts";
import { showLine, useFollow } from "./use-follow.ts";
import { useLines } from "./use-lines.ts";

type Read = { lines: readonly TranscriptLine[]; currentSeconds: number; onSeek: (seconds: number) => void };

/** What moves in the pane of a transcript: the line that is spoken, the one that has the keyboard, and what was found. */
export function usePane({ lines, currentSeconds, onSeek }: Read) {
  const pane = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const begun = currentSeconds > 0;
  const current = lineAt(lines, currentSeconds);
  const { following, follow, stop } = useFollow({ pane, current, on: begun });
  const find = useFind(lines);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const followAgain = useCallback(() => {
    setWalkedTo(null);
    follow();
  }, [follow]);
  const press = useCallback(
    (index: number) => {
      followAgain();
      onSeek(lines[index]?.from ?? 0);
    },
    [lines, followAgain, onSeek],
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
  const { lineShown } = find;
  useEffect(() => {
    if (lineShown === null || !pane.current) return;
    stop();
    setWalkedTo(lineShown);
    showLine(pane.current, lineShown);
  }, [lineShown, stop]);
  const tabStop = Math.min(walkedTo ?? Math.max(0, current), lines.length - 1);
  return { pane, list, current: begun ? current : -1, tabStop, find, following, followAgain };
}
