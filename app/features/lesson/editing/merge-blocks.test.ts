import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { type LessonNode, textOf } from "../lesson-node.ts";
import { conflictsOf, joinPieces, type MergeChoice, mergeBlocks, mergeLine } from "./merge-blocks.ts";

const paragraph = (text: string): LessonNode => ({
  type: "paragraph",
  attrs: { lang: null, dir: null },
  content: [{ type: "text", text }],
});
const documentOf = (texts: string[]): LessonNode => ({ type: "doc", content: texts.map(paragraph) });
const linesOf = (document: LessonNode) => (document.content ?? []).map(textOf);

function merge(base: string[], mine: string[], theirs: string[], choice?: MergeChoice) {
  const pieces = mergeBlocks({ base: documentOf(base), mine: documentOf(mine), theirs: documentOf(theirs) });
  const conflicts = conflictsOf(pieces);
  const choices = conflicts.map(() => choice);
  return { conflicts, lines: linesOf(joinPieces(pieces, choices)) };
}

/** What somebody does to a text of some paragraphs, one after another. */
const act = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom("change", "add", "remove", "move") as fc.Arbitrary<"change" | "add" | "remove" | "move">,
});

function edited(base: string[], acts: { at: number; how: string }[], by: string): string[] {
  const lines = [...base];
  acts.forEach(({ at, how }, number) => {
    const index = lines.length === 0 ? 0 : at % lines.length;
    if (how === "add" || lines.length === 0) lines.splice(at % (lines.length + 1), 0, `${by} added ${number}`);
    else if (how === "remove") lines.splice(index, 1);
    else if (how === "move") lines.push(...lines.splice(index, 1));
    else lines[index] = `${by} changed ${number}`;
  });
  return lines;
}

const scene = fc
  .record({
    count: fc.nat(12),
    mine: fc.array(act, { maxLength: 8 }),
    theirs: fc.array(act, { maxLength: 8 }),
  })
  .map(({ count, mine, theirs }) => {
    const base = Array.from({ length: count }, (_, i) => `Paragraph ${i}`);
    return { base, mine: edited(base, mine, "Mine"), theirs: edited(base, theirs, "Theirs") };
  });

const RUNS = { numRuns: 500 };

describe("a merge of two people's edits", () => {
  it("loses no sentence that either wrote, and none that both kept", () => {
    fc.assert(
      fc.property(scene, ({ base, mine, theirs }) => {
        const { lines } = merge(base, mine, theirs);
        const wanted = [
          ...[...mine, ...theirs].filter((line) => !base.includes(line)),
          ...base.filter((line) => mine.includes(line) && theirs.includes(line)),
        ];
        for (const line of wanted) expect(lines).toContain(line);
      }),
      RUNS,
    );
  });

  it("brings nothing back that was taken out, where there was nothing to choose", () => {
    fc.assert(
      fc.property(scene, ({ base, mine, theirs }) => {
        const { lines, conflicts } = merge(base, mine, theirs);
        // What somebody moved, she wrote anew.
        const inOrder = (text: string[]) =>
          base.filter((line) => text.includes(line)).join() === text.filter((line) => base.includes(line)).join();
        if (conflicts.length > 0 || !inOrder(mine) || !inOrder(theirs)) return;
        for (const line of base) {
          if (!mine.includes(line) || !theirs.includes(line)) expect(lines).not.toContain(line);
        }
      }),
      RUNS,
    );
  });

  it("chooses one side whole: all that it wrote stands, in its order", () => {
    fc.assert(
      fc.property(scene, ({ base, mine, theirs }) => {
        const { lines } = merge(base, mine, theirs, "mine");
        const written = mine.filter((line) => line.startsWith("Mine"));
        expect(lines.filter((line) => line.startsWith("Mine"))).toEqual(written);
      }),
      RUNS,
    );
  });

  it("is nothing but the other's text where one changed nothing, and needs no choice where both did the same", () => {
    fc.assert(
      fc.property(scene, ({ base, mine, theirs }) => {
        expect(merge(base, base, theirs)).toEqual({ conflicts: [], lines: theirs });
        expect(merge(base, mine, base)).toEqual({ conflicts: [], lines: mine });
        expect(merge(base, mine, mine)).toEqual({ conflicts: [], lines: mine });
      }),
      RUNS,
    );
  });

  it("has the same to choose whoever comes second", () => {
    fc.assert(
      fc.property(scene, ({ base, mine, theirs }) => {
        const turned = merge(base, theirs, mine).conflicts.map((one) => ({
          ...{ base: one.base, mine: one.theirs, theirs: one.mine },
        }));
        expect(turned).toEqual(merge(base, mine, theirs).conflicts);
      }),
      RUNS,
    );
  });
});

const four = ["One", "Two", "Three", "Four"];

test("changes of neighbouring blocks, and a block added beside a changed one, are no conflict", () => {
  const changed = merge(four, ["One!", "Two", "Three", "Four"], ["One", "Two!", "Three", "Four"]);
  expect(changed).toEqual({ conflicts: [], lines: ["One!", "Two!", "Three", "Four"] });
  const added = merge(four, ["One", "Two", "Three", "Four!"], [...four, "Five"]);
  expect(added).toEqual({ conflicts: [], lines: ["One", "Two", "Three", "Four!", "Five"] });
});

test("one block changed by both, one removed and changed, and two put in one place are to be chosen", () => {
  expect(merge(four, ["One", "Mine", "Three", "Four"], ["One", "Theirs", "Three", "Four"]).conflicts).toHaveLength(1);
  expect(merge(four, ["One", "Three", "Four"], ["One", "Theirs", "Three", "Four"]).conflicts).toHaveLength(1);
  const both = merge(four, [...four, "Mine"], [...four, "Theirs"]);
  expect(both.conflicts).toHaveLength(1);
  expect(both.lines).toEqual([...four, "Mine", "Theirs"]);
  expect(merge(four, [...four, "Mine"], [...four, "Theirs"], "theirs").lines).toEqual([...four, "Theirs"]);
});

test("notes go with the text that refers to them, and two notes of one label are told apart", () => {
  const base = lessonText("One.\n\nTwo.\n");
  const mine = lessonText("One[^1].\n\nTwo.\n\n[^1]: Mine.\n");
  const theirs = lessonText("One.\n\nTwo[^1].\n\n[^1]: Theirs.\n");
  const pieces = mergeBlocks({ base, mine, theirs });
  expect(conflictsOf(pieces)).toEqual([]);
  const merged = lessonDocumentSchema.parse(joinPieces(pieces, []));
  expect(merged).toEqual(lessonText("One[^1].\n\nTwo[^2].\n\n[^1]: Mine.\n\n[^2]: Theirs.\n"));
});

test("blocks are the same in whatever order the database gives the keys of their attributes", () => {
  const base = documentOf(["One"]);
  const turned = {
    content: [{ content: [{ text: "One", type: "text" }], attrs: { dir: null, lang: null }, type: "paragraph" }],
    type: "doc",
  };
  const theirs = documentOf(["Two"]);
  expect(conflictsOf(mergeBlocks({ base, mine: turned, theirs }))).toEqual([]);
});

test("a title that one changed is taken, and one that both changed is to be chosen", () => {
  expect(mergeLine({ base: "a", mine: "a", theirs: "b" })).toBe("b");
  expect(mergeLine({ base: "a", mine: "b", theirs: "a" })).toBe("b");
  expect(mergeLine({ base: "a", mine: "b", theirs: "b" })).toBe("b");
  expect(mergeLine({ base: "a", mine: "b", theirs: "c" })).toBeNull();
});
