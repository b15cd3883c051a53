import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClock, writeClock } from "./clock-time.ts";
import { type CueChange, changeCues, findCueFaults, openCueList } from "./cue-list.ts";
import { cuesFromTranscript } from "./cues-from-transcript.ts";

const start = () =>
  openCueList([
    { from: 0, to: 2, text: "one" },
    { from: 2, to: 4, text: "two words" },
    { from: 5, to: 6, text: "three" },
  ]);
const shown = (list: ReturnType<typeof start>) => list.cues.map(({ from, to, text }) => [from, to, text]);
const changed = (...changes: CueChange[]) => changes.reduce(changeCues, start());

describe("a list of cues", () => {
  test("is split where the caret stands, and in the middle where that leaves nothing", () => {
    expect(shown(changed({ type: "split", id: 1, caret: 3 }))).toEqual([
      [0, 2, "one"],
      [2, 2.75, "two"],
      [2.75, 4, "words"],
      [5, 6, "three"],
    ]);
    expect(shown(changed({ type: "split", id: 1, caret: 9 }))).toEqual(
      shown(changed({ type: "split", id: 1, caret: 3 })),
    );
    expect(changed({ type: "split", id: 0, caret: 0 }).cues).toHaveLength(3);
  });

  test("merges a cue with the one after it", () => {
    expect(shown(changed({ type: "merge", id: 1 }))).toEqual([
      [0, 2, "one"],
      [2, 6, "two words\nthree"],
    ]);
    const list = start();
    expect(changeCues(list, { type: "merge", id: 2 })).toBe(list);
  });

  test("takes a new cue after another, or where the video is, without reaching into the next", () => {
    expect(shown(changed({ type: "insert", after: 1, at: 0 }))[2]).toEqual([4, 5, ""]);
    expect(shown(changed({ type: "insert", after: null, at: 4.5 }))[2]).toEqual([4.5, 5, ""]);
    expect(shown(changed({ type: "insert", after: 2, at: 0 }))[3]).toEqual([6, 8, ""]);
    expect(shown(changeCues(openCueList([]), { type: "insert", after: null, at: 7 }))).toEqual([[7, 9, ""]]);
  });

  test("takes the moment at which a line is heard: the one before ends, those after move along", () => {
    expect(shown(changed({ type: "tap", id: 1, at: 3, endBefore: true }))).toEqual([
      [0, 3, "one"],
      [3, 5, "two words"],
      [6, 7, "three"],
    ]);
    expect(shown(changed({ type: "tap", id: 1, at: 3, endBefore: false }))[0]).toEqual([0, 2, "one"]);
    expect(shown(changed({ type: "tap", id: 2, at: 1, endBefore: true }))).toEqual([
      [0, 2, "one"],
      [2, 2.1, "two words"],
      [2.1, 3.1, "three"],
    ]);
  });

  test("undoes step by step, words typed into one cue together", () => {
    const typed = changed(
      { type: "text", id: 0, text: "on" },
      { type: "text", id: 0, text: "o" },
      { type: "remove", id: 2 },
      { type: "text", id: 1, text: "two" },
    );
    expect(typed.past).toHaveLength(3);
    const undone = [1, 2].reduce((list) => changeCues(list, { type: "undo" }), typed);
    expect(shown(undone)).toEqual([
      [0, 2, "o"],
      [2, 4, "two words"],
      [5, 6, "three"],
    ]);
    expect(shown(changeCues(undone, { type: "undo" }))).toEqual(shown(start()));
  });

  test("comes back by undoing, whatever was done to it, and no two cues ever have one id", () => {
    const id = fc.nat(8);
    const at = fc.nat(20_000).map((milliseconds) => milliseconds / 1000);
    const act: fc.Arbitrary<CueChange> = fc.oneof(
      fc.record({ type: fc.constant("text"), id, text: fc.string() }),
      fc.record({ type: fc.constantFrom("start", "end"), id, at }),
      fc.record({ type: fc.constant("split"), id, caret: fc.nat(9) }),
      fc.record({ type: fc.constantFrom("merge", "remove"), id }),
      fc.record({ type: fc.constant("insert"), after: fc.option(id), at }),
      fc.record({ type: fc.constant("tap"), id, at, endBefore: fc.boolean() }),
      fc.record({
        type: fc.constant("replace"),
        cues: fc.array(fc.record({ from: at, to: at, text: fc.string() }), { maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let list = acts.reduce(changeCues, start());
        expect(new Set(list.cues.map((cue) => cue.id)).size).toBe(list.cues.length);
        while (list.past.length > 0) list = changeCues(list, { type: "undo" });
        expect(shown(list)).toEqual(shown(start()));
      }),
    );
  });

  test("says what is wrong with each cue", () => {
    const { cues } = openCueList([
      { from: 5, to: 6, text: " " },
      { from: 6, to: 6, text: "x" },
      { from: 5, to: 7, text: "x" },
      { from: 60, to: 62, text: "x" },
      { from: 59, to: 62, text: "x" },
    ]);
    expect([...findCueFaults(cues, 60)]).toEqual([
      [0, "emptyCue"],
      [1, "endBeforeStart"],
      [2, "outOfOrder"],
      [3, "beyondEnd"],
      [4, "outOfOrder"],
    ]);
  });
});

test("a transcript gives a cue to each line with words, in order and within the video", () => {
  expect(cuesFromTranscript("\uFEFFأهلًا\r\n\r\n  بكم جميعًا  \n", 10)).toEqual([
    { from: 0, to: 3.333, text: "أهلًا" },
    { from: 3.333, to: 10, text: "بكم جميعًا" },
  ]);
  expect(cuesFromTranscript(" \n", 10)).toEqual([]);
  expect(cuesFromTranscript("one\ntwo", null)).toMatchObject([{ to: 4 }, { from: 4, to: 8 }]);
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer({ min: 1, max: 9_000 }), (lines, length) => {
      const cues = openCueList(cuesFromTranscript(lines.join("\n"), length)).cues;
      expect([...findCueFaults(cues, null)]).toEqual([]);
    }),
  );
});

test("times are typed in any digits and read back as they are written", () => {
  expect([0, 62.5, 3601.25].map((seconds) => writeClock(seconds))).toEqual(["0:00.000", "1:02.500", "1:00:01.250"]);
  expect(writeClock(62.9, { exact: false })).toBe("1:02");
  expect(["62.5", "1:02.5", "١:٠٢٫٥", "۱:۰۲.۵", "0:01:02,500"].map(readClock)).toEqual([62.5, 62.5, 62.5, 62.5, 62.5]);
  expect(["", "1:60", "1:60:00", "-1", "1:2:3:4", "x"].map(readClock)).toEqual([null, null, null, null, null, null]);
  fc.assert(
    fc.property(fc.nat(86_400_000), (milliseconds) => {
      expect(readClock(writeClock(milliseconds / 1000))).toBe(milliseconds / 1000);
    }),
  );
});
