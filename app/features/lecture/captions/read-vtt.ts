import {
  type CaptionReport,
  captionLines,
  captionReport,
  isTooLarge,
  type ReadCaptions,
  tooLarge,
} from "./caption-file.ts";
import { readVttTime } from "./caption-time.ts";
import { readCueText } from "./read-cue-text.ts";
import { ARROW, readTiming } from "./read-timing.ts";

type Block = { line: number; lines: string[] };

/** Runs of lines that no empty line parts. */
function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [index, text] of lines.entries()) {
    if (text === "") open = null;
    else if (open) open.lines.push(text);
    else {
      open = { line: index + 1, lines: [text] };
      blocks.push(open);
    }
  }
  return blocks;
}

/** Whether no further cue begins where an empty line should have stood before. */
function noArrowIn(lines: string[], { line, report }: { line: number; report: CaptionReport }): boolean {
  const arrow = lines.findIndex((text) => text.includes(ARROW));
  if (arrow >= 0) report.problem(line + arrow, "noBlank");
  return arrow < 0;
}

function readHeader(block: Block | undefined, report: CaptionReport): boolean {
  const [head = "", ...rest] = block?.lines ?? [];
  if (block?.line !== 1 || !/^WEBVTT(?:[ \t].*)?$/.test(head)) {
    report.problem(1, "header");
    return false;
  }
  if (!noArrowIn(rest, { line: 2, report })) return false;
  const title = head.slice(6).trim();
  if (title) report.loss(1, "header", { text: title });
  for (const [index, text] of rest.entries()) report.loss(index + 2, "header", { text });
  return true;
}

/** True for what is not a cue, which is then named as left out. */
function isAside({ line, lines: [head = "", second] }: Block, report: CaptionReport): boolean {
  if (second?.includes(ARROW)) return false;
  const aside = /^(NOTE|STYLE|REGION)(?:[ \t].*|:.*)?$/.exec(head)?.[1];
  if (!aside || head.includes(ARROW)) return false;
  report.loss(line, aside === "NOTE" ? "note" : aside === "STYLE" ? "style" : "region");
  return true;
}

function readCue({ line, lines }: Block, report: CaptionReport): void {
  const [first = "", second = ""] = lines;
  const named = !first.includes(ARROW);
  if (named && !second.includes(ARROW)) {
    report.problem(line, "noTime", { text: first.slice(0, 40) });
    return;
  }
  if (named && !/^\d+$/.test(first.trim())) report.loss(line, "name", { name: first });
  const timeLine = named ? line + 1 : line;
  const timing = readTiming(named ? second : first, { line: timeLine, report, readTime: readVttTime });
  const payload = lines.slice(named ? 2 : 1);
  const text = readCueText(payload, { line: timeLine + 1, report });
  if (!timing || !noArrowIn(payload, { line: timeLine + 1, report })) return;
  if (text === "") {
    report.problem(timeLine, "emptyCue");
    return;
  }
  if (timing.settings) report.loss(timeLine, "settings", { settings: timing.settings });
  report.take(timeLine, { from: timing.from, to: timing.to, text });
}

/**
 * Reads WebVTT strictly (https://www.w3.org/TR/webvtt1/): a file with anything wrong is refused, with every problem by
 * its line. Cues may overlap, and stand in the order of their beginnings. What a cue cannot keep is named in `losses`.
 */
export function readVtt(text: string): ReadCaptions {
  if (isTooLarge(text)) return tooLarge;
  const report = captionReport();
  const [header, ...blocks] = blocksOf(captionLines(text));
  if (!readHeader(header, report)) return report.result();
  for (const block of blocks) {
    if (!isAside(block, report)) readCue(block, report);
  }
  return report.result();
}
