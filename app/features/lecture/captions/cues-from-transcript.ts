import type { Cue } from "../playback.ts";
import { tidyCueText } from "./read-timing.ts";

/** Seconds for a line where the length of the video is not known. */
const LINE_SECONDS = 4;

/**
 * Cues of a plain transcript, one for each line with words. Their times are guessed from the lengths of the lines, as a
 * beginning: each is set right when it is heard.
 */
export function cuesFromTranscript(transcript: string, lengthSeconds: number | null): Cue[] {
  const lines = tidyCueText(transcript.replace(/^\uFEFF/, "").replaceAll("\0", ""))
    .split("\n")
    .filter(Boolean);
  const letters = lines.reduce((sum, line) => sum + line.length, 0);
  const whole = (lengthSeconds ?? lines.length * LINE_SECONDS) * 1000;
  let said = 0;
  return lines.map((text) => {
    const from = Math.floor((whole * said) / letters);
    said += text.length;
    const to = Math.max(from + 1, Math.floor((whole * said) / letters));
    return { from: from / 1000, to: to / 1000, text };
  });
}
