import {
  type CaptionReport,
  captionLines,
  captionReport,
  isTooLarge,
  type ReadCaptions,
  tooLarge,
} from "./caption-file.ts";
import { readSrtTime } from "./caption-time.ts";
import { ARROW, readTiming, tidyCueText } from "./read-timing.ts";

const TAG = /<\/?(?:b|i|u|s|font|span)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi;

/** SubRip knows no escapes; its few tags are left out and named. */
function readWords(lines: string[], { line, report }: { line: number; report: CaptionReport }): string {
  const words = lines.map((text, index) =>
    text.replace(TAG, (tag) => {
      if (!tag.startsWith("</")) report.loss(line + index, "tag", { tag });
      return "";
    }),
  );
  return tidyCueText(words.join("\n"));
}

/** Where each cue begins: the line of its number, or of its times where it has none. */
function cueStarts(lines: string[]): { at: number; time: number }[] {
  return lines.flatMap((text, time) => {
    if (!text.includes(ARROW)) return [];
    const numbered = time > 0 && /^\s*\d+\s*$/.test(lines[time - 1] ?? "");
    return [{ at: numbered ? time - 1 : time, time }];
  });
}

/**
 * Reads SubRip strictly: a file with anything wrong is refused, with every problem by its line. Cues may overlap, and
 * stand in the order of their beginnings. What a cue cannot keep is named in `losses`.
 */
export function readSrt(text: string): ReadCaptions {
  if (isTooLarge(text)) return tooLarge;
  const report = captionReport();
  const lines = captionLines(text);
  const starts = cueStarts(lines);
  const before = lines.slice(0, starts[0]?.at ?? lines.length).findIndex((line) => line.trim() !== "");
  if (before >= 0) report.problem(before + 1, "noTime", { text: (lines[before] ?? "").trim().slice(0, 40) });
  for (const [index, { time }] of starts.entries()) {
    const line = time + 1;
    const timing = readTiming(lines[time] ?? "", { line, report, readTime: readSrtTime });
    const words = readWords(lines.slice(time + 1, starts[index + 1]?.at), { line: line + 1, report });
    if (!timing) continue;
    if (words === "") report.problem(line, "emptyCue");
    else report.take(line, { from: timing.from, to: timing.to, text: words });
    if (timing.settings) report.loss(line, "settings", { settings: timing.settings });
  }
  return report.result();
}
