import { describe, expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { joinParts, splitDocument } from "./split-document.ts";

const noted = "One[^1] and again[^2].\n\nTwo[^1].\n\n## Three\n\n[^1]: First.\n\n[^2]: Second.\n";

describe("a document in parts", () => {
  it("is a document of one block for each block, with the notes that the block refers to", () => {
    const parts = splitDocument(lessonText(noted));
    expect(parts.map(({ content = [] }) => content.map(({ type }) => type))).toEqual([
      ["paragraph", "footnotes"],
      ["paragraph", "footnotes"],
      ["heading"],
    ]);
    for (const part of parts) expect(lessonDocumentSchema.parse(part)).toEqual(part);
  });

  it("is the same when the parts are put together again", () => {
    const document = lessonText(noted);
    expect(lessonDocumentSchema.parse(joinParts(splitDocument(document)))).toEqual(document);
  });

  it("keeps two notes apart that got one label in two parts", () => {
    const [first, second] = ["One[^1].\n\n[^1]: First.\n", "Two[^1].\n\n[^1]: Second.\n"].map((body) =>
      lessonText(body),
    );
    if (!first || !second) throw new Error("There are two");
    const joined = lessonDocumentSchema.parse(joinParts([first, second]));
    expect(joined).toEqual(lessonText("One[^1].\n\nTwo[^2].\n\n[^1]: First.\n\n[^2]: Second.\n"));
  });
});
