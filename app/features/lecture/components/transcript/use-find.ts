import { useDeferredValue, useMemo, useState } from "react";
import { foldText } from "../../transcript/fold-text.ts";
import type { TranscriptLine } from "../../transcript/group-cues.ts";
import { type Find, foldLines, searchTranscript } from "../../transcript/search-transcript.ts";

/** One letter is in every line. */
const SHORTEST = 2;

type NumberedFind = Find & { number: number };

const nothing: readonly NumberedFind[] = [];

/** Searching in a transcript: what is asked for, what was found, and which of the finds is shown. */
export function useFind(lines: readonly TranscriptLine[]) {
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(0);
  const asked = useDeferredValue(query);
  const isAsked = Array.from(foldText(asked).folded.trim()).length >= SHORTEST;
  const folded = useMemo(() => (isAsked ? foldLines(lines) : []), [lines, isAsked]);
  const finds = useMemo(() => (isAsked ? searchTranscript(folded, asked) : []), [folded, asked, isAsked]);
  const byLine = useMemo(() => {
    const groups = new Map<number, NumberedFind[]>();
    for (const [number, find] of finds.entries()) {
      groups.set(find.line, [...(groups.get(find.line) ?? []), { ...find, number }]);
    }
    return groups;
  }, [finds]);
  const at = Math.min(shown, Math.max(0, finds.length - 1));
  return {
    query,
    isAsked,
    count: finds.length,
    at,
    lineShown: finds[at]?.line ?? null,
    findsOf: (line: number) => byLine.get(line) ?? nothing,
    ask: (text: string) => {
      setQuery(text);
      setShown(0);
    },
    /** Shows the next find (1) or the one before (-1), around the end. */
    step: (by: 1 | -1) => {
      if (finds.length > 0) setShown((at + by + finds.length) % finds.length);
    },
  };
}
