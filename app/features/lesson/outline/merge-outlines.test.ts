import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftOutline, lessonsOf, type OutlineLesson } from "./draft-outline.ts";
import * as edits from "./edit-outline.ts";
import { findCircle, mayRequire } from "./find-circle.ts";
import { mergeOutlines } from "./merge-outlines.ts";
import { beginHistory, change, rebase, redo, undo } from "./outline-history.ts";

function lesson(id: string): OutlineLesson {
  const opening = { opensAt: null, dripDays: null, requires: [], weight: 1, minutes: 5 };
  return { id, titles: { ar: id, en: id }, required: true, preview: false, ...opening };
}

function outline(sections: Record<string, string>): DraftOutline {
  return {
    sections: Object.entries(sections).map(([id, lessons]) => ({
      id,
      titles: { ar: id },
      lessons: [...lessons].map(lesson),
    })),
  };
}

const shape = ({ sections }: DraftOutline) =>
  Object.fromEntries(sections.map(({ id, lessons }) => [id, lessons.map((one) => one.id).join("")]));

const base = outline({ A: "abc", B: "de", C: "f" });
const set = (id: string, facts: Partial<OutlineLesson>) => (now: DraftOutline) =>
  edits.setLesson(now, { id, change: facts });
const merge = (mine: DraftOutline, theirs: DraftOutline) => mergeOutlines({ base, mine, theirs });

describe("two who edited one outline", () => {
  test("have both what each changed, of one lesson too", () => {
    const mine = set("a", { minutes: 9, titles: { ar: "mine", en: "a" } })(base);
    const theirs = set("a", { preview: true, titles: { ar: "a", en: "theirs" } })(base);
    const { outline: merged, conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([]);
    expect(lessonsOf(merged)[0]).toMatchObject({ minutes: 9, preview: true, titles: { ar: "mine", en: "theirs" } });
  });

  test("have both what each moved, added and removed", () => {
    const mine = edits.moveLessonTo(base, { id: "a", sectionId: "B", at: "e" });
    const theirs = edits.removeLesson(edits.addSection(base, { id: "D", titles: { ar: "D" } }), "f");
    expect(shape(merge(mine, theirs).outline)).toEqual({ A: "bc", B: "dae", C: "", D: "" });
    expect(shape(merge(theirs, mine).outline)).toEqual({ A: "bc", B: "dae", C: "", D: "" });
  });

  test("are asked where both changed the same, or one removed what the other changed or both moved it", () => {
    const mine = set("a", { minutes: 9 })(base);
    const theirs = set("a", { minutes: 8 })(base);
    expect(merge(mine, theirs).conflicts).toEqual(["a"]);
    expect(lessonsOf(mergeOutlines({ base, mine, theirs }, "theirs").outline)[0]?.minutes).toBe(8);
    expect(merge(mine, edits.removeLesson(base, "a"))).toMatchObject({ conflicts: ["a"] });
    expect(shape(merge(edits.removeLesson(base, "a"), theirs).outline)).toMatchObject({ A: "bc" });
    const here = edits.moveLessonTo(base, { id: "a", sectionId: "B" });
    const there = edits.moveLessonTo(base, { id: "a", sectionId: "C" });
    expect(merge(here, there)).toMatchObject({ conflicts: ["a"] });
    expect(shape(merge(here, there).outline)).toEqual({ A: "bc", B: "dea", C: "f" });
  });

  test("keep a removed section as long as the other put something into it", () => {
    const mine = edits.removeSection(base, "C");
    expect(shape(merge(mine, base).outline)).toEqual({ A: "abc", B: "de" });
    const theirs = edits.moveLessonTo(base, { id: "a", sectionId: "C" });
    expect(shape(merge(mine, theirs).outline)).toEqual({ A: "bc", B: "de", C: "a" });
  });

  const anyEdit = fc.oneof(
    fc.tuple(fc.constantFrom(..."abcdef"), fc.constantFrom(1 as const, -1 as const)).map(
      ([id, by]) =>
        (now: DraftOutline) =>
          edits.moveLesson(now, { id, by }),
    ),
    fc.tuple(fc.constantFrom(..."abcdef"), fc.constantFrom("A", "B", "C")).map(
      ([id, sectionId]) =>
        (now: DraftOutline) =>
          edits.moveLessonTo(now, { id, sectionId }),
    ),
    fc.constantFrom(..."abcdef").map((id) => (now: DraftOutline) => edits.removeLesson(now, id)),
    fc.tuple(fc.constantFrom("A", "B", "C"), fc.nat(2)).map(
      ([id, to]) =>
        (now: DraftOutline) =>
          edits.moveSection(now, { id, to }),
    ),
    fc.tuple(fc.constantFrom(..."abcdef"), fc.nat(3)).map(([id, weight]) => set(id, { weight })),
  );
  const anyOutline = fc.array(anyEdit, { maxLength: 8 }).map((all) => all.reduce((now, edit) => edit(now), base));

  test("whatever they did: what one did alone is taken whole, and no lesson stands twice or is lost", () => {
    fc.assert(
      fc.property(anyOutline, anyOutline, (mine, theirs) => {
        expect(merge(mine, base).outline).toEqual(mine);
        expect(merge(base, theirs).outline).toEqual(theirs);
        expect(merge(mine, mine)).toEqual({ outline: mine, conflicts: [] });
        const ids = lessonsOf(merge(mine, theirs).outline).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const inBoth = lessonsOf(mine).filter(({ id }) => lessonsOf(theirs).some((other) => other.id === id));
        expect(ids).toEqual(expect.arrayContaining(inBoth.map(({ id }) => id)));
      }),
    );
  });
});

test("changes are undone and done again, those of one field together, and others' changes stay", () => {
  const first = set("a", { minutes: 1 })(base);
  const second = set("a", { minutes: 2 })(first);
  const third = edits.removeLesson(second, "b");
  const typed = change(change(change(beginHistory(base), first, "a minutes"), second, "a minutes"), third);
  expect(undo(typed).present).toEqual(second);
  expect(undo(undo(typed)).present).toEqual(base);
  expect(undo(undo(undo(typed))).present).toEqual(base);
  expect(redo(undo(typed)).present).toEqual(third);
  const theirs = set("f", { preview: true })(base);
  const merged = rebase(typed, (mine) => mergeOutlines({ base, mine, theirs }).outline);
  expect(undo(undo(merged)).present).toEqual(theirs);
});

test("lessons that would wait for each other are found before they do", () => {
  const lessons = [
    { id: "a", requires: ["b"] },
    { id: "b", requires: ["c", "gone"] },
    { id: "c", requires: [] },
  ];
  expect(findCircle(lessons)).toBeNull();
  expect(mayRequire(lessons, { id: "c", required: "a" })).toBe(false);
  expect(mayRequire(lessons, { id: "a", required: "a" })).toBe(false);
  expect(mayRequire(lessons, { id: "a", required: "c" })).toBe(true);
  expect(findCircle([...lessons.slice(0, 2), { id: "c", requires: ["a"] }])).toEqual(["a", "b", "c"]);
});
