import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import type { LessonNode } from "../lesson-node.ts";
import { type Alignment, alignTranslation, lineState, needsWork } from "./align-translation.ts";
import { splitDocument } from "./split-document.ts";

const word = fc.constantFrom("gate", "wall", "spring", "القدس", "tower", "بوابة", "stone", "well", "מעיין");
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));
const paragraph = (text: string): LessonNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const heading = (text: string): LessonNode => ({
  type: "heading",
  attrs: { level: 2 },
  content: [{ type: "text", text }],
});
const block = fc.tuple(words, fc.boolean()).map(([text, isHeading]) => (isHeading ? heading(text) : paragraph(text)));
const blocks = fc.uniqueArray(block, { minLength: 1, maxLength: 12, selector: (one) => JSON.stringify(one.content) });
const documentOf = (content: LessonNode[]) => lessonDocumentSchema.parse({ type: "doc", content });
const translated = (content: LessonNode[]) =>
  documentOf(content.map((one, index) => ({ ...one, content: [{ type: "text", text: `ترجمة ${index}` }] })));

/** A translation that is current, and how it stands when the source has become `after`. */
function alignAfter(before: LessonNode[], after: LessonNode[]): Alignment {
  const basis = { blocks: splitDocument(documentOf(before)) };
  return alignTranslation({ source: documentOf(after), translation: translated(before), basis });
}

const marked = ({ rows }: Alignment) =>
  rows.filter(needsWork).map(({ state, source, translation, moved }) => ({
    state: moved ? "moved" : state,
    source: source?.index ?? null,
    translation: translation?.index ?? null,
  }));

describe("a translation beside its source", () => {
  it("is current as a whole when it has just been made", () => {
    const property = fc.property(blocks, (before) => {
      expect(marked(alignAfter(before, before))).toEqual([]);
    });
    fc.assert(property);
  });

  it("is stale in one block alone when one block of the source was edited, and no longer when that is undone", () => {
    const property = fc.property(blocks, fc.nat(), words, fc.boolean(), (before, at, text, wholly) => {
      const place = at % before.length;
      const kept = wholly ? "" : (before[place]?.content?.[0]?.text ?? "");
      const edited = before.with(place, paragraph(`${kept} edited ${text}`));
      expect(marked(alignAfter(before, edited))).toEqual([{ state: "stale", source: place, translation: place }]);
      const [row] = alignAfter(before, edited).rows.filter(needsWork);
      expect(row?.before).toEqual(splitDocument(documentOf(before))[place]);
      const basis = { blocks: splitDocument(documentOf(before)) };
      expect(marked(alignTranslation({ source: documentOf(before), translation: translated(edited), basis }))).toEqual(
        [],
      );
    });
    fc.assert(property);
  });

  it("misses one block alone when one was put into the source", () => {
    const property = fc.property(blocks, fc.nat(), words, (before, at, text) => {
      const place = at % (before.length + 1);
      const after = before.toSpliced(place, 0, paragraph(`new ${text} block`));
      expect(marked(alignAfter(before, after))).toEqual([{ state: "missing", source: place, translation: null }]);
    });
    fc.assert(property);
  });

  it("has one block too many when one was taken out of the source", () => {
    const property = fc.property(
      blocks.filter(({ length }) => length > 1),
      fc.nat(),
      (before, at) => {
        const place = at % before.length;
        const found = alignAfter(before, before.toSpliced(place, 1));
        expect(marked(found)).toEqual([{ state: "extra", source: null, translation: place }]);
        expect(found.rows[place]?.translation?.index).toBe(place);
      },
    );
    fc.assert(property);
  });

  it("is told of one block that it stands elsewhere when one block of the source was moved", () => {
    const property = fc.property(
      blocks.filter(({ length }) => length > 2),
      fc.nat(),
      fc.nat(),
      (before, a, b) => {
        const from = a % before.length;
        const to = b % before.length;
        const block = before[from];
        if (!block) throw new Error("There is a block to move");
        const found = marked(alignAfter(before, before.toSpliced(from, 1).toSpliced(to, 0, block)));
        expect(found.length).toBe(from === to ? 0 : 1);
        for (const one of found) expect(one.state).toBe("moved");
      },
    );
    fc.assert(property);
  });

  it("keeps every block of both texts, each once, whatever was done to the source", () => {
    const property = fc.property(blocks, blocks, blocks, fc.boolean(), (before, after, other, known) => {
      const basis = known ? { blocks: splitDocument(documentOf(before)) } : null;
      const { rows } = alignTranslation({
        source: documentOf(after),
        translation: translated(known ? before : other),
        basis,
      });
      const sources = rows.flatMap(({ source }) => source?.index ?? []);
      const translations = rows.flatMap(({ translation }) => translation?.index ?? []);
      expect(sources).toEqual([...after.keys()]);
      expect(translations.sort((a, b) => a - b)).toEqual([...(known ? before : other).keys()]);
    });
    fc.assert(property);
  });

  it("counts an edited note as an edit of the block that refers to it", () => {
    const before = lessonText("One[^1].\n\nTwo[^2].\n\n[^1]: First.\n\n[^2]: Second.\n");
    const after = lessonText("One[^1].\n\nTwo[^2].\n\n[^1]: First.\n\n[^2]: Second, edited.\n");
    const basis = { blocks: splitDocument(before) };
    const { rows } = alignTranslation({ source: after, translation: lessonText("واحد.\n\nاثنان.\n"), basis });
    expect(rows.map(({ state }) => state)).toEqual(["current", "stale"]);
  });

  it("of which nothing tells what it was made from is current where its blocks are of the same kinds", () => {
    const source = lessonText("## A\n\nOne.\n\n- two\n");
    const alike = alignTranslation({ source, translation: lessonText("## أ\n\nواحد.\n\n- اثنان\n"), basis: null });
    expect(alike).toMatchObject({
      presumed: "byKind",
      rows: [{ state: "current" }, { state: "current" }, { state: "current" }],
    });
    const unlike = alignTranslation({ source, translation: lessonText("## أ\n\n- اثنان\n"), basis: null });
    expect(unlike.presumed).toBe("byPlace");
    expect(unlike.rows.map(({ state }) => state)).toEqual(["current", "missing", "current"]);
  });

  it("is stale in its title when that of the source was changed", () => {
    expect(lineState({ source: "Gates", translation: "أبواب", before: "Gates" })).toBe("current");
    expect(lineState({ source: "The gates", translation: "أبواب", before: "Gates" })).toBe("stale");
    expect(lineState({ source: "Gates", translation: "", before: null })).toBe("missing");
    expect(lineState({ source: "", translation: "", before: null })).toBe("current");
  });
});
