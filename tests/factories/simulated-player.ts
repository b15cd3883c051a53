import type { Beat } from "#app/features/lecture/watching/beat-schema.ts";

/** What somebody does at a player; `seconds` are of the wall clock, `to` is a second of the video. */
export type Act =
  | { do: "play"; seconds: number; speed: number }
  | { do: "pause"; seconds: number }
  | { do: "seek"; to: number };

/** How often a player tells of what it plays, in seconds. */
const EVERY = 15;

/**
 * Plays a video as its player would, and says what it tells: for each stretch the whole seconds that were played in
 * it, cut every 15 seconds, with the times at which their first and last were on the screen. `begunAt` is when, in
 * milliseconds since the sitting was opened.
 */
export function simulatePlayer(
  acts: Act[],
  { lengthSeconds, begunAt = 0 }: { lengthSeconds: number; begunAt?: number },
) {
  const beats: Beat[] = [];
  const seen = new Map<number, number>();
  let now = begunAt;
  let at = 0;
  const playPart = (seconds: number, speed: number) => {
    const played = Math.min(seconds * speed, lengthSeconds - at);
    const [from, to] = [Math.ceil(at), Math.floor(at + played)];
    const when = (second: number) => now + ((second - at) / speed) * 1_000;
    if (from < to) beats.push({ from, to, start: when(from), end: when(to) });
    for (let second = from; second < to; second += 1) seen.set(second, (seen.get(second) ?? 0) + 1);
    at += played;
    now += seconds * 1_000;
  };
  for (const act of acts) {
    if (act.do === "seek") at = Math.min(act.to, lengthSeconds);
    else if (act.do === "pause") now += act.seconds * 1_000;
    else for (let left = act.seconds; left > 0; left -= EVERY) playPart(Math.min(left, EVERY), act.speed);
  }
  return { beats, seen, endedAt: now };
}
