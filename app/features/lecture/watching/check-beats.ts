import { type Beat, type BeatRefusal, beatSchema } from "./beat-schema.ts";

/** The fastest that a lecture can be played. */
const FASTEST = 2;
/** A second of which the first part belongs to the beat before, in seconds. */
const CUT = 1;
/** How far a clock may be ahead of the server's, in milliseconds. */
const AHEAD_MS = 2_000;
/** The seconds in `Watching.spent` are counted from here. */
export const EPOCH_MS = Date.UTC(2026);

type Refused = { index: number; reason: BeatRefusal };
export type CheckedBeat = { index: number; played: [from: number, to: number]; moment: [from: number, to: number] };

function refusalOf(beat: Beat, { lengthSeconds, elapsedMs }: { lengthSeconds: number; elapsedMs: number }) {
  if (beat.to > lengthSeconds) return "outside";
  if (beat.end > elapsedMs + AHEAD_MS) return "ahead";
  return beat.to - beat.from > (FASTEST * (beat.end - beat.start)) / 1_000 + CUT ? "tooFast" : undefined;
}

/** Rounded, so that times that do not overlap still do not; what is shorter than a second takes one. */
function momentOf({ start, end }: Beat, openedAt: number): [number, number] {
  const second = (ms: number) => Math.round((openedAt + ms - EPOCH_MS) / 1_000);
  return [second(start), Math.max(second(start) + 1, second(end))];
}

/**
 * Parts what a player says into beats that may count and beats that cannot, whatever was counted before. Times are in
 * milliseconds; `openedAt` is when the sitting was opened, by the server's clock.
 */
export function checkBeats(
  beats: readonly unknown[],
  { lengthSeconds, openedAt, now }: { lengthSeconds: number; openedAt: number; now: number },
): { checked: CheckedBeat[]; refused: Refused[] } {
  const checked: CheckedBeat[] = [];
  const refused: Refused[] = [];
  for (const [index, said] of beats.entries()) {
    const { data: beat } = beatSchema.safeParse(said);
    const reason = beat ? refusalOf(beat, { lengthSeconds, elapsedMs: now - openedAt }) : "malformed";
    if (beat && !reason) checked.push({ index, played: [beat.from, beat.to], moment: momentOf(beat, openedAt) });
    else refused.push({ index, reason: reason ?? "malformed" });
  }
  return { checked, refused };
}
