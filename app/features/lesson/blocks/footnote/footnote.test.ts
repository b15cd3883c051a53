import { expect, it } from "vitest";
import { documentProblems } from "#app/features/lesson/document-problems.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("numbers notes as the text comes to them, and leads there and back", async () => {
  const html = await renderedHtml("أ[^b] ب[^a] ج[^b]\n\n[^a]: الأولى\n[^b]: الثانية");
  expect(html).toContain(
    'أ<sup class="footnote-ref"><a href="#note-1" id="ref-1" role="doc-noteref" aria-label="حاشية ١">١</a></sup>',
  );
  expect(html).toContain('<section class="footnotes" role="doc-endnotes" aria-labelledby="notes-title">');
  expect(html).toContain('<li id="note-1"><p>الثانية <a href="#ref-1" class="footnote-back" role="doc-backlink"');
  expect(html).toContain('<a href="#ref-3"');
  expect(html.indexOf("الثانية")).toBeLessThan(html.indexOf("الأولى"));
});

it("is written at the end, in order, one below another", () => {
  expect(rewritten("a[^2] b[^1]\n\n[^1]: one\n\n[^2]: *two*\n")).toBe("a[^2] b[^1]\n\n[^2]: *two*\n[^1]: one\n");
});

it.each([
  ["a reference without a note", "a[^3]", 1],
  ["a note without a reference", "a\n\n[^3]: x", 3],
  ["a note twice", "a[^3]\n\n[^3]: x\n[^3]: y", 4],
  ["a note of two paragraphs", "a[^3]\n\n[^3]: x\n\n    y", 3],
  ["a note with an odd label", "a[^ش]\n\n[^ش]: x", 3],
])("refuses %s, on its line", (_, body, line) => {
  expect(lessonProblems(body)).toMatchObject([{ line, code: "footnote" }]);
});

it("takes an escaped bracket for a bracket", () => {
  expect(lessonProblems("a\\[^3]")).toEqual([]);
});

it("may wait for its other half in a draft, and is told as a problem until both are there", () => {
  const reference = { type: "footnoteReference", attrs: { label: "1" } };
  const note = { type: "footnoteDefinition", attrs: { label: "1" }, content: [{ type: "text", text: "x" }] };
  const text = { type: "text", text: "a" };
  const problems = (run: unknown[], notes: unknown[]) => {
    const content = [
      { type: "paragraph", content: run },
      { type: "footnotes", content: notes },
    ];
    return documentProblems(lessonDocumentSchema.parse({ type: "doc", content }));
  };
  const empty = { ...note, content: [] };
  expect(problems([text, reference], [note])).toEqual([]);
  expect(problems([text, reference], [])).toMatchObject([{ code: "noteText", block: 0 }]);
  expect(problems([text], [note])).toMatchObject([{ code: "noteUnused", block: 1 }]);
  expect(problems([text, reference], [note, note])).toMatchObject([{ code: "noteTwice", block: 1 }]);
  expect(problems([text, reference], [empty])).toMatchObject([{ code: "noteEmpty", block: 1 }]);
});
