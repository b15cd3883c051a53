import type { Cue } from "../playback.ts";

/** Captions that are read together: a sentence or so. Times in seconds. */
export type TranscriptLine = { from: number; to: number; text: string; beginsParagraph: boolean };

/** A line of so many seconds ends with a sentence; one of so many more ends anyhow. */
const SHORT_SECONDS = 4;
const LONG_SECONDS = 18;
const LONG_TEXT = 220;
/** After so long a silence another line begins, after a longer one another paragraph. */
const PAUSE_SECONDS = 2;
const BREAK_SECONDS = 4;
const PARAGRAPH_SECONDS = 60;

const SENTENCE_END = /[.!?…؟۔]["'»”’)\]]*$/;
/** How captions mark that somebody else speaks. */
const SPEAKER_DASH = /^[-–—]\s/;

const oneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

function endsBefore(line: TranscriptLine, next: Cue): boolean {
  const seconds = line.to - line.from;
  if (next.from - line.to >= PAUSE_SECONDS || SPEAKER_DASH.test(oneLine(next.text))) return true;
  if (next.to - line.from > LONG_SECONDS || line.text.length + next.text.length > LONG_TEXT) return true;
  return seconds >= SHORT_SECONDS && SENTENCE_END.test(line.text);
}

/**
 * Puts captions together into lines that can be read, in the order of their time, and says which of them begin a
 * paragraph. No word is lost or told twice.
 */
export function groupCues(cues: readonly Cue[]): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  let paragraphFrom = 0;
  for (const cue of cues.toSorted((a, b) => a.from - b.from)) {
    const text = oneLine(cue.text);
    if (text === "") continue;
    const line = lines.at(-1);
    if (line && !endsBefore(line, cue)) {
      line.text = `${line.text} ${text}`;
      line.to = Math.max(line.to, cue.to);
      continue;
    }
    const silence = line ? cue.from - line.to : Number.POSITIVE_INFINITY;
    const full = line !== undefined && cue.from - paragraphFrom >= PARAGRAPH_SECONDS && SENTENCE_END.test(line.text);
    const beginsParagraph = full || silence >= BREAK_SECONDS;
    if (beginsParagraph) paragraphFrom = cue.from;
    lines.push({ from: cue.from, to: cue.to, text, beginsParagraph });
  }
  return lines;
}

/** The line spoken at a moment, or the last one before it; -1 before the first. */
export function lineAt(lines: readonly TranscriptLine[], seconds: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.from ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
