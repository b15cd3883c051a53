import type { Cue } from "../playback.ts";
import { writeVttTime } from "./caption-time.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Cues as WebVTT, in the one form in which the academy keeps it; `readVtt` reads the same cues from it. */
export function writeVtt(cues: Cue[]): string {
  const blocks = cues.map(({ from, to, text }) => {
    const payload = text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
    return `${writeVttTime(from)} --> ${writeVttTime(to)}\n${payload}\n`;
  });
  return ["WEBVTT\n", ...blocks].join("\n");
}

/** The same as SubRip, for programmes that read nothing else. */
export function writeSrt(cues: Cue[]): string {
  const time = (seconds: number) => writeVttTime(seconds).replace(".", ",");
  return cues.map(({ from, to, text }, i) => `${i + 1}\n${time(from)} --> ${time(to)}\n${text}\n`).join("\n");
}
