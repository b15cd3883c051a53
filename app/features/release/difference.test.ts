import { expect, test } from "vitest";
import type { ReleaseOutlineLesson } from "#app/features/course/release-outline.ts";
import { type Compared, findDifference } from "./difference.ts";

const lesson = (id: string, rest: Partial<ReleaseOutlineLesson> = {}): ReleaseOutlineLesson => ({
  ...{ id, slug: id, kind: "text", minutes: 5, required: true, preview: false, titles: { ar: id, en: id } },
  ...rest,
});

/** Lessons by section; every one has the text `texts` says, or else the same. */
function compared(sections: ReleaseOutlineLesson[][], texts: Record<string, string> = {}): Compared {
  return {
    outline: { sections: sections.map((lessons, at) => ({ id: `s${at}`, titles: { en: `S${at}` }, lessons })) },
    texts: sections.flat().map(({ id }) => ({
      ...{ lessonId: id, locale: "en" as const, title: id, summary: "", renderingSha256: texts[id] ?? "same" },
    })),
  };
}

const kinds = (before: Compared, after: Compared, bodies?: Set<string>) =>
  findDifference({ before, after, bodies }).map(({ kind, lesson: { id } }) => `${id} ${kind}`);

test("the same has no difference", () => {
  const one = compared([[lesson("a"), lesson("b")], [lesson("c")]]);
  expect(kinds(one, one)).toEqual([]);
});

test("lessons that came and went are told, and those that stay between them did not move", () => {
  const before = compared([[lesson("a"), lesson("b"), lesson("c")]]);
  const after = compared([[lesson("new"), lesson("a"), lesson("c")]]);
  expect(kinds(before, after)).toEqual(["new added", "b removed"]);
});

test("of lessons that changed places the fewest are said to have moved, and all that changed their section", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => lesson(id));
  if (!a || !b || !c || !d) throw new Error("There are four lessons");
  const before = compared([[a, b, c], [d]]);
  expect(kinds(before, compared([[c, a, b], [d]]))).toEqual(["c moved"]);
  expect(
    kinds(
      before,
      compared([
        [a, c],
        [b, d],
      ]),
    ),
  ).toEqual(["b moved"]);
});

test("what a lesson is called, asks and opens is told, and the languages of texts that changed", () => {
  const before = compared([[lesson("a"), lesson("b", { required: false }), lesson("c")]]);
  const changed = [
    lesson("a", { titles: { ar: "a", en: "Other" }, slug: "other" }),
    lesson("b", { preview: true }),
    lesson("c", { required: false, opensAt: "2027-01-01T00:00:00Z" }),
  ];
  const after = compared([changed], { b: "another" });
  expect(kinds(before, after, new Set(["c"]))).toEqual([
    ...["a renamed", "a address", "b required", "b preview", "b text", "c optional", "c opening", "c body"],
  ]);
  const [renamed, , , , text] = findDifference({ before, after });
  expect(renamed).toMatchObject({ locales: ["en"], titles: { en: "a" } });
  expect(text).toMatchObject({ kind: "text", locales: ["en"] });
});

test("a text that came to a lesson or went from it is a text that changed", () => {
  const before = compared([[lesson("a")]]);
  const french = { lessonId: "a", locale: "fr" as const, title: "a", summary: "", renderingSha256: "same" };
  const after = { ...before, texts: [...before.texts, french] };
  expect(findDifference({ before, after })).toMatchObject([{ kind: "text", locales: ["fr"] }]);
  expect(findDifference({ before: after, after: before })).toMatchObject([{ kind: "text", locales: ["fr"] }]);
});
