import fc from "fast-check";
import { expect, test } from "vitest";
import { addBeat, type Beat, createPlayedSeconds } from "./played-seconds.ts";

type Part = { from: number; seconds: number; rate: number; rest: number };

/** Plays parts of a video one after the other, looking every `step` milliseconds as a player does. */
function play(parts: readonly Part[], { duration = 60, step = 100 } = {}) {
  const played = createPlayedSeconds({ lengthSeconds: Math.max(1, Math.round(duration)), duration });
  const beats: Beat[] = [];
  const stretches: [number, number][] = [];
  let now = 0;
  for (const { from, seconds, rate, rest } of parts) {
    const to = Math.min(duration, from + seconds);
    for (let media = from; ; media = Math.min(to, media + (step / 1_000) * rate)) {
      const beat = played.look(media, now);
      if (beat) beats.push(beat);
      if (media >= to) break;
      now += step;
    }
    played.stop();
    stretches.push([from, to]);
    now += rest;
  }
  return { beats, stretches };
}

const secondsOf = (beats: readonly Beat[]) =>
  [...new Set(beats.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))].sort(
    (a, b) => a - b,
  );

/** How much of a second is in the union of stretches, counted in hundredths. */
function shareOfSecond(stretches: readonly (readonly [number, number])[], second: number): number {
  const points = Array.from({ length: 200 }, (_, i) => second + (i + 0.5) / 200);
  return points.filter((point) => stretches.some(([from, to]) => from <= point && point <= to)).length / 200;
}

/** A player may stop up to a tenth of a second before the end: who came so far has seen the end. */
const withEnd = (stretches: readonly [number, number][], duration: number) =>
  stretches.map(([from, to]) => [from, to >= duration - 0.1 ? duration : to] as const);

const part = fc.record({
  from: fc.double({ min: 0, max: 58, noNaN: true }),
  seconds: fc.double({ min: 0.2, max: 25, noNaN: true }),
  rate: fc.constantFrom(0.5, 1, 1.25, 1.5, 2),
  rest: fc.integer({ min: 0, max: 5_000 }),
});

test("the last second counts for who came within a tenth of a second of the end, and for nobody who came later into it", () => {
  const slow = play([{ from: 57.988599714152585, seconds: 1.9114002858474104, rate: 0.5, rest: 0 }]);
  expect(secondsOf(slow.beats)).toEqual([58, 59]);
  expect(secondsOf(play([{ from: 59.5, seconds: 0.5, rate: 1, rest: 0 }]).beats)).toEqual([]);
});

test("what is told is what was played: no second less, and none of which a twentieth is missing", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(100, 250), (parts, step) => {
      const { beats, stretches } = play(parts, { step });
      const told = new Set(secondsOf(beats));
      for (let second = 0; second < 60; second += 1) {
        const share = shareOfSecond(withEnd(stretches, 60), second);
        if (share > 0.97) expect(told.has(second), `${second} was played`).toBe(true);
        if (share < 0.93) expect(told.has(second), `${second} was not played`).toBe(false);
      }
    }),
  );
});

test("beats lie one after the other in time, within the length, and are no faster than double speed", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const { beats } = play(parts);
      const joined = beats.reduce<Beat[]>(addBeat, []);
      for (const [i, { from, to, start, end }] of joined.entries()) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(60);
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(joined[i - 1]?.end ?? 0);
        expect(to - from).toBeLessThanOrEqual((2 * (end - start)) / 1_000 + 1);
      }
      expect(secondsOf(joined)).toEqual(secondsOf(beats));
    }),
  );
});

test("a seek earns nothing of what lies between", () => {
  const { beats } = play([
    { from: 0, seconds: 3, rate: 1, rest: 0 },
    { from: 57, seconds: 3, rate: 1, rest: 0 },
  ]);
  expect(secondsOf(beats)).toEqual([0, 1, 2, 57, 58, 59]);
});

test("sixteen times the speed earns nothing", () => {
  expect(play([{ from: 0, seconds: 50, rate: 16, rest: 0 }]).beats).toEqual([]);
});

test("a second that is played in two parts counts once both are", () => {
  const first = { from: 4, seconds: 2.5, rate: 1, rest: 900 };
  expect(secondsOf(play([first]).beats)).toEqual([4, 5]);
  expect(secondsOf(play([first, { from: 6.5, seconds: 1, rate: 1, rest: 0 }]).beats)).toEqual([4, 5, 6]);
});

test("what is played again is told again, and a rest within a second is no second time", () => {
  const again = play([
    { from: 0, seconds: 3, rate: 1, rest: 0 },
    { from: 0, seconds: 3, rate: 1, rest: 0 },
  ]);
  expect(again.beats.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual([
    0, 1, 2, 0, 1, 2,
  ]);
  const rested = play([
    { from: 0, seconds: 2.97, rate: 1, rest: 0 },
    { from: 2.97, seconds: 2, rate: 1, rest: 0 },
  ]);
  expect(rested.beats.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(5);
});

test("of a last second that is shorter, what there is of it is enough", () => {
  expect(secondsOf(play([{ from: 50, seconds: 10, rate: 1, rest: 0 }], { duration: 59.6 }).beats).at(-1)).toBe(59);
  expect(secondsOf(play([{ from: 50, seconds: 10, rate: 1, rest: 0 }], { duration: 60.4 }).beats).at(-1)).toBe(59);
});
