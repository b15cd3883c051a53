import { expect, test } from "vitest";
import { defaultDesign } from "../../templates/default-design.ts";
import { isSameDraft, listDifferences, withText } from "./template-draft.ts";

const draft = { name: "Usual", design: defaultDesign };

test("differences are told by their places, with what stood and what stands", () => {
  const wording = { ...defaultDesign.wording, ur: { ...defaultDesign.wording.ur, closing: "" } };
  const [first, ...rest] = defaultDesign.signatories;
  const signatories = [{ ...first, names: { ar: "ليلى" }, offices: first?.offices ?? {}, signature: null }, ...rest];
  const changed = { name: "Other", design: { ...defaultDesign, colour: "gold" as const, signatories, wording } };
  expect(listDifferences(draft, changed)).toEqual([
    { path: ["name"], before: "Usual", after: "Other" },
    { path: ["colour"], before: "tile", after: "gold" },
    { path: ["wording", "ur", "closing"], before: defaultDesign.wording.ur.closing, after: "" },
    { path: ["signatories", "0", "names", "ar"], before: undefined, after: "ليلى" },
  ]);
  expect(isSameDraft(draft, changed)).toBe(false);
});

test("what is typed and taken away again is no change", () => {
  const names = withText(withText({ ar: "ليلى" }, "en", "Layla"), "en", "");
  expect(names).toEqual({ ar: "ليلى" });
  expect(Object.keys(withText({ en: "Layla" }, "ar", "ليلى"))).toEqual(["ar", "en"]);
  expect(listDifferences(draft, { ...draft })).toEqual([]);
});
