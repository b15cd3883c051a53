import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { alignTranslation } from "./align-translation.ts";
import { carryBasis, presumeBasis } from "./carry-basis.ts";
import { splitDocument } from "./split-document.ts";

const source = lessonText("Alpha one.\n\nBeta two.\n\nGamma three.\n");
const before = lessonText("ألف واحد.\n\nباء اثنان.\n\nجيم ثلاثة.\n");
const basis = { blocks: splitDocument(source) };
const statesOf = (body: string) => {
  const after = lessonText(body);
  const carried = carryBasis({ before, after, basis });
  return alignTranslation({ source, translation: after, basis: carried }).rows.map(({ state }) => state);
};

describe("the basis of a translation that is edited as a whole", () => {
  it("stays with a block that was edited, moved, or has others before it", () => {
    expect(statesOf("ألف واحد منقّح.\n\nباء اثنان.\n\nجيم ثلاثة.\n")).toEqual(["current", "current", "current"]);
    expect(statesOf("مقدمة للقارئ العربي وحده.\n\nألف واحد.\n\nباء اثنان.\n\nجيم ثلاثة.\n")).toEqual([
      "extra",
      "current",
      "current",
      "current",
    ]);
    expect(statesOf("جيم ثلاثة.\n\nألف واحد.\n\nباء اثنان.\n")).toEqual(["current", "current", "current"]);
    expect(statesOf("ألف واحد.\n\nجيم ثلاثة.\n")).toEqual(["current", "missing", "current"]);
  });

  it("is not made fresh by an edit: what was stale stays so", () => {
    const edited = lessonText("Alpha one.\n\nBeta two and a half.\n\nGamma three.\n");
    const after = lessonText("ألف واحد.\n\nباء اثنان ونصف.\n\nجيم ثلاثة.\n");
    const carried = carryBasis({ before, after, basis });
    const { rows } = alignTranslation({ source: edited, translation: after, basis: carried });
    expect(rows.map(({ state }) => state)).toEqual(["current", "stale", "current"]);
  });

  it("has as many entries as the text has blocks, whatever was done", () => {
    const body = fc.array(fc.constantFrom("ألف واحد.", "باء اثنان.", "جيم ثلاثة.", "دال."), {
      minLength: 1,
      maxLength: 8,
    });
    const property = fc.property(body, (lines) => {
      const after = lessonText(`${lines.join("\n\n")}\n`);
      const { blocks } = carryBasis({ before, after, basis });
      expect(blocks.length).toBe(splitDocument(after).length);
      const kept = blocks.flatMap((part) => (part ? [JSON.stringify(part)] : []));
      expect(new Set(kept).size).toBe(kept.length);
    });
    fc.assert(property);
  });

  it("is presumed from the source as it was before its first change, so that the change is seen", () => {
    const text = { title: "T", summary: "S", document: source };
    const presumed = presumeBasis({
      source: { locale: "en", ...text },
      translation: { title: "ت", summary: "", document: before },
    });
    expect(presumed).toMatchObject({ locale: "en", title: "T", summary: null });
    const edited = lessonText("Alpha one.\n\nBeta two.\n\nGamma three, changed.\n");
    const { rows, presumed: notice } = alignTranslation({ source: edited, translation: before, basis: presumed });
    expect(rows.map(({ state }) => state)).toEqual(["current", "current", "stale"]);
    expect(notice).toBeNull();
  });
});
