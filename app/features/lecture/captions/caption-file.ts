import type { Cue } from "../playback.ts";

/** In UTF-8. */
export const MAX_CAPTION_BYTES = 5 * 1024 * 1024;

export type CaptionProblemCode =
  | "header"
  | "noBlank"
  | "tooLarge"
  | "encoding"
  | "noCues"
  | "time"
  | "endBeforeStart"
  | "outOfOrder"
  | "emptyCue"
  | "noTime"
  | "badTag";

/** What makes a file unreadable, and on which of its lines (counted from 1). */
export type CaptionProblem = { line: number; code: CaptionProblemCode; values: Record<string, string | number> };

export type CaptionLossCode = "header" | "note" | "style" | "region" | "name" | "settings" | "tag" | "voice" | "escape";

/** What was read and is not kept: `voice` is kept as words at the head of the text, `escape` as it is written. */
export type CaptionLoss = { line: number; code: CaptionLossCode; values: Record<string, string | number> };

export type ReadCaptions = { ok: true; cues: Cue[]; losses: CaptionLoss[] } | { ok: false; problems: CaptionProblem[] };

/** Enough to find what is wrong with a file; the rest of the same is no news. */
const MAX_PROBLEMS = 100;

/** What readers of both formats write down on their way. */
export function captionReport() {
  const cues: Cue[] = [];
  const problems: CaptionProblem[] = [];
  const losses: CaptionLoss[] = [];
  return {
    problem: (line: number, code: CaptionProblemCode, values: CaptionProblem["values"] = {}) => {
      problems.push({ line, code, values });
    },
    loss: (line: number, code: CaptionLossCode, values: CaptionLoss["values"] = {}) => {
      losses.push({ line, code, values });
    },
    /** Takes a cue, unless it stands before the one it follows. */
    take: (line: number, cue: Cue) => {
      const before = cues.at(-1);
      if (before && cue.from < before.from) problems.push({ line, code: "outOfOrder", values: {} });
      else cues.push(cue);
    },
    result: (): ReadCaptions => {
      if (problems.length > 0) {
        return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS) };
      }
      if (cues.length === 0) return { ok: false, problems: [{ line: 1, code: "noCues", values: {} }] };
      return { ok: true, cues, losses: losses.sort((a, b) => a.line - b.line) };
    },
  };
}

export type CaptionReport = ReturnType<typeof captionReport>;

/** Lines without their ends, the byte order mark gone. */
export function captionLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "\uFFFD")
    .split(/\r\n|\n|\r/);
}

/** Whether the text is longer than a file of captions may be. */
export function isTooLarge(text: string): boolean {
  // A character takes one byte at least: most texts need not be measured.
  return text.length > MAX_CAPTION_BYTES || new TextEncoder().encode(text).length > MAX_CAPTION_BYTES;
}

export const tooLarge: ReadCaptions = {
  ok: false,
  problems: [{ line: 1, code: "tooLarge", values: { megabytes: MAX_CAPTION_BYTES / 1024 / 1024 } }],
};
