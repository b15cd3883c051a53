import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupCues, lineAt } from "./group-cues.ts";

const cue = (from: number, to: number, text: string) => ({ from, to, text });

test("captions of one sentence are one line, and the next sentence another", () => {
  const lines = groupCues([
    cue(0, 3, "خريطة مادبا فسيفساء"),
    cue(3, 6, "من القرن السادس."),
    cue(6, 9, "وفيها صورة المدينة."),
  ]);
  expect(lines).toEqual([
    { from: 0, to: 6, text: "خريطة مادبا فسيفساء من القرن السادس.", beginsParagraph: true },
    { from: 6, to: 9, text: "وفيها صورة المدينة.", beginsParagraph: false },
  ]);
});

test("a silence parts lines, a long one paragraphs", () => {
  const lines = groupCues([cue(0, 2, "one"), cue(5, 7, "two"), cue(12, 14, "three")]);
  expect(lines.map(({ text, beginsParagraph }) => [text, beginsParagraph])).toEqual([
    ["one", true],
    ["two", false],
    ["three", true],
  ]);
});

test("another speaker begins a line", () => {
  expect(groupCues([cue(0, 2, "Who built it?"), cue(2, 4, "- We do not know")]).map(({ text }) => text)).toEqual([
    "Who built it?",
    "- We do not know",
  ]);
});

test("a line break inside a caption is a space, and an empty caption is nothing", () => {
  expect(groupCues([cue(0, 1, "the holy\ncity"), cue(1, 2, "  ")]).map(({ text }) => text)).toEqual(["the holy city"]);
});

describe("whatever the captions", () => {
  const cues = fc.array(
    fc.record({
      from: fc.nat(5_400),
      length: fc.nat(12),
      text: fc.stringMatching(/^[a-zاب .؟\n]{0,60}$/),
    }),
    { maxLength: 200 },
  );
  const made = cues.map((list) => list.map(({ from, length, text }) => ({ from, to: from + length, text })));

  test("no word is lost, doubled or moved", () => {
    fc.assert(
      fc.property(made, (list) => {
        const inOrder = list.toSorted((a, b) => a.from - b.from);
        const words = (texts: { text: string }[]) => texts.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
        expect(words(groupCues(list))).toEqual(words(inOrder));
      }),
    );
  });

  test("lines stand in the order of their time, and each ends no sooner than it begins", () => {
    fc.assert(
      fc.property(made, (list) => {
        const lines = groupCues(list);
        for (const [i, line] of lines.entries()) {
          expect(line.to).toBeGreaterThanOrEqual(line.from);
          expect(line.from).toBeGreaterThanOrEqual(lines[i - 1]?.from ?? 0);
        }
      }),
    );
  });

  test("the line at a moment is the last that has begun", () => {
    fc.assert(
      fc.property(made, fc.nat(5_500), (list, moment) => {
        const lines = groupCues(list);
        expect(lineAt(lines, moment)).toBe(lines.findLastIndex(({ from }) => from <= moment));
      }),
    );
  });
});
