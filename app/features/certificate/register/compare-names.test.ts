import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNames, type NamePart } from "./compare-names.ts";

const marked = (parts: NamePart[]) =>
  parts.map(({ text, change }) => (change === "same" ? text : `[${text}]`)).join(" ");

test("the words that differ are marked on both sides", () => {
  const { before, after } = compareNames("آمنة يوسف الانصاري", "آمنة بنت يوسف الأنصاري");
  expect(marked(before)).toBe("آمنة يوسف [الانصاري]");
  expect(marked(after)).toBe("آمنة [بنت] يوسف [الأنصاري]");
});

test("a name that was not there is new as a whole, and one that is taken away is gone", () => {
  expect(compareNames(null, "Amina Yusuf")).toEqual({
    before: [],
    after: [
      { text: "Amina", change: "new", place: 0 },
      { text: "Yusuf", change: "new", place: 1 },
    ],
  });
  expect(marked(compareNames("Amina", null).before)).toBe("[Amina]");
});

test("both sides say their names whole, and agree on what is the same", () => {
  const name = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      const { before, after } = compareNames(one.join(" "), other.join(" "));
      expect(before.map(({ text }) => text)).toEqual(one);
      expect(after.map(({ text }) => text)).toEqual(other);
      const same = (parts: NamePart[]) => parts.filter(({ change }) => change === "same").map(({ text }) => text);
      expect(same(before)).toEqual(same(after));
    }),
  );
});
