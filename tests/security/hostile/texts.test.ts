import { expect, test } from "vitest";
import { readHtml } from "#app/features/lesson/editing/read-html/read-html.ts";
import { htmlToText } from "#app/features/lesson/importing/html-to-text.ts";
import { readMarkdownFile } from "#app/features/lesson/importing/read-markdown-file.ts";
import { type LessonDocument, lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { addressDangers, findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { renderedDocument } from "#tests/factories/lesson-text.ts";

/** The document as it would be stored, and what a reader's browser would be given of it: neither can run or fetch. */
async function expectHarmless(document: LessonDocument, vector: string) {
  expect(lessonDocumentSchema.parse(JSON.parse(JSON.stringify(document))), vector).toEqual(document);
  expect(addressDangers(document), vector).toEqual([]);
  const linked = JSON.stringify(document).includes('"lesson:nowhere"');
  if (linked) return;
  const { html } = await renderedDocument(document, { formatCitations: ({ clusters }) => cited(clusters.length) });
  expect(findDangers(html), vector).toEqual([]);
}

const cited = (count: number) => ({ clusters: Array.from({ length: count }, () => "Cited"), bibliography: [] });

/** What a way in makes of a vector, or undefined where it says in words why it takes none of it. */
function taken(read: () => LessonDocument): LessonDocument | undefined {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError);
    return undefined;
  }
}

const asDocument = (content: LessonNode[]) => lessonDocumentSchema.parse({ type: "doc", content });

test("the corpus is large, and what looks for dangers sees most of it", () => {
  expect(hostileVectors.length).toBeGreaterThan(900);
  expect(hostileVectors.filter((vector) => findDangers(vector).length > 0).length).toBeGreaterThan(500);
});

test("of what is pasted, nothing stays that could run or fetch", async () => {
  for (const vector of hostileVectors) await expectHarmless(asDocument(readHtml(vector).blocks), vector);
  await expectHarmless(asDocument(readHtml(hostileVectors.join("\n<p>")).blocks), "all at once");
});

test("of a Word document's HTML, nothing stays that could run or fetch", async () => {
  for (const vector of hostileVectors) {
    const document = taken(() => htmlToText(vector).document);
    if (document) await expectHarmless(document, vector);
  }
});

test("of a file of Markdown, nothing stays that could run or fetch", async () => {
  for (const vector of hostileVectors) {
    const document = taken(() => readMarkdownFile(vector).document);
    if (document) await expectHarmless(document, vector);
  }
});

const nested: [string, string?][] = [
  ["<div>"],
  ["<b>"],
  ["<blockquote>"],
  ["<ul><li>", "</li></ul>"],
  ["<table><tr><td>"],
  ["<a href=https://a.b>", "</a>"],
  ["<svg><desc>"],
];

test.each(nested)(
  "%s in itself five thousand times is pasted and imported, or refused, in words",
  (open, close = "") => {
    const html = `<p>first</p>${open.repeat(5_000)}deep${close.repeat(5_000)}<p>last</p>`;
    expect(JSON.stringify(readHtml(html).blocks)).toContain("first");
    const imported = taken(() => htmlToText(html).document);
    if (imported) expect(JSON.stringify(imported)).toContain("first");
  },
);

test.each([
  "> ",
  "- ",
  "1. ",
  ":::x\n",
  "::::a\n:::b\n",
  "[^a]: ",
  "*a_",
  "[a](",
  "**a ",
  ":span[",
  "- a\n",
  "[x]: y\n",
])("Markdown of %j over and over is read or refused, and soon", (piece) => {
  const began = performance.now();
  taken(() => readMarkdownFile(`${piece.repeat(100_000 / piece.length)}x`).document);
  expect(performance.now() - began).toBeLessThan(10_000);
});
