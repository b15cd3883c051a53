import type { CaptionReport } from "./caption-file.ts";

export const ARROW = "-->";

/** The times of a cue's timing line and what stands after them; null after saying what is wrong. */
export function readTiming(
  text: string,
  { line, report, readTime }: { line: number; report: CaptionReport; readTime: (text: string) => number | null },
): { from: number; to: number; settings: string } | null {
  const arrow = text.indexOf(ARROW);
  const start = text.slice(0, arrow).trim();
  const [end = "", ...settings] = text
    .slice(arrow + ARROW.length)
    .trim()
    .split(/[ \t]+/);
  const from = readTime(start);
  const to = readTime(end);
  if (from === null) report.problem(line, "time", { time: start.slice(0, 40) });
  if (to === null) report.problem(line, "time", { time: end.slice(0, 40) });
  if (from === null || to === null) return null;
  if (to <= from) {
    report.problem(line, "endBeforeStart", { from: start, to: end });
    return null;
  }
  return { from, to, settings: settings.join(" ") };
}

/** Lines of a cue as it is kept: empty ends and lines without a word gone; marks of direction stay. */
export function tidyCueText(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ""))
    .filter((line) => line !== "")
    .join("\n");
}
