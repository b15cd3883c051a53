import { expect, test } from "vitest";
import { writeZip } from "#app/platform/archive/write-zip.ts";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { htmlToText } from "./html-to-text.ts";
import { readDocx } from "./read-docx.server.ts";
import { readMarkdownFile } from "./read-markdown-file.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A Word document of the paragraphs, with what it points at. */
function word(body: string, { relations = "", more = [] }: { relations?: string; more?: [string, string][] } = {}) {
  const files: [string, string][] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ["word/document.xml", `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`],
    ["word/_rels/document.xml.rels", `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`],
    ...more,
  ];
  return writeZip(files.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));
}

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

test("a Word document of Arabic and Latin paragraphs is a text, word for word", async () => {
  const { document, leftOut } = await readDocx(
    await word(paragraph("باب العمود (Damascus Gate) سنة ١٥٣٧") + paragraph("Two.")),
  );
  expect(document).toEqual(lessonText("باب العمود (Damascus Gate) سنة ١٥٣٧\n\nTwo.\n"));
  expect(leftOut).toEqual([]);
});

test("what a Word document points at elsewhere is neither fetched nor kept", async () => {
  const link = `<w:p><w:hyperlink r:id="x"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>`;
  const relations = `<Relationship Id="x" Type="${R}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>`;
  const { document, leftOut } = await readDocx(await word(paragraph("One.") + link, { relations }));
  expect(document).toEqual(lessonText("One.\n\nhere\n"));
  expect(leftOut).toEqual([{ kind: "link", address: "file:///etc/passwd" }]);
});

test("an archive that is no document, is broken, or packs a bomb is refused unread", async () => {
  const zero = "0".repeat(20 * 1024 * 1024);
  const bomb = await word(paragraph("One."), { more: [["word/media/a.bin", zero]] });
  await expect(readDocx(bomb)).rejects.toMatchObject({ code: "tooDense", status: 422 });
  const other = await writeZip([{ path: "a.txt", bytes: new Uint8Array([1]) }]);
  await expect(readDocx(other)).rejects.toMatchObject({ code: "damaged" });
  const entity = `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>`;
  const doctype = await writeZip([
    { path: "word/document.xml", bytes: new TextEncoder().encode(`${entity}<d>&a;</d>`) },
  ]);
  await expect(readDocx(doctype)).rejects.toMatchObject({ code: "damaged" });
  await expect(readDocx(new Uint8Array(3))).rejects.toMatchObject({ code: "damaged" });
});

test("headings, lists, tables, notes and emphasis of a document come as blocks of a lesson", () => {
  const html = `<h1>Gates</h1><p>One <strong>bold</strong> and <em>slanted</em><sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p>
    <ul><li>A<ul><li>B</li></ul></li></ul><table><tr><td><p>Name</p></td><td><p>Year</p></td></tr><tr><td><p>Lions</p></td><td><p>1538</p></td></tr></table>
    <ol><li id="footnote-1"><p>A note. <a href="#footnote-ref-1">↑</a></p></li></ol>`;
  const markdown = `## Gates

One **bold** and *slanted*[^1].

- A
  - B

| Name | Year |
| - | - |
| Lions | 1538 |

[^1]: A note.
`;
  expect(htmlToText(html)).toEqual({ document: lessonText(markdown), leftOut: [] });
});

test("scripts, frames, handlers and dangerous links leave nothing behind", () => {
  const hostile = `<p onclick="x()">One<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">two</a></p>
    <iframe src="https://evil.example"></iframe><svg><script>alert(1)</script></svg><form><input name=a></form>`;
  const { document, leftOut } = htmlToText(hostile);
  expect(document).toEqual(lessonText("Onetwo\n"));
  expect(leftOut).toEqual([
    { kind: "picture", count: 1 },
    { kind: "link", address: "javascript:alert(1)" },
  ]);
});

test("our own Markdown comes back as it was", () => {
  const markdown = '## Gates\n\n:::callout{kind=note title="Look"}\nWords.\n:::\n\nOne[^1].\n\n[^1]: Note.\n';
  expect(readMarkdownFile(markdown)).toMatchObject({ document: lessonText(markdown), leftOut: [] });
});

test("of CommonMark what lessons have is taken, and the rest is named with its line", () => {
  const { document, leftOut } = readMarkdownFile(`Gates
=====

A [link][one] and ![a picture](a.png).

<div>raw</div>

### Deep

[one]: https://example.com "Title"
`);
  expect(document).toEqual(lessonText("## Gates\n\nA [link](https://example.com) and .\n\n#### Deep\n"));
  expect(leftOut.map((one) => (one.kind === "line" ? one.line : one.kind))).toEqual([4, 6]);
});

test("a file without a word is refused", () => {
  expect(() => readMarkdownFile("\n\n<!-- nothing -->\n")).toThrow(expect.objectContaining({ code: "empty" }));
});

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** A picture in a line of a Word document, by its relation or from elsewhere. */
const picture = (how: string, alt = "") =>
  `<w:p><w:r><w:t>Look.</w:t><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="${alt}"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData><pic:pic xmlns:pic="${DRAWING}/picture"><pic:blipFill><a:blip ${how}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

test("pictures in a Word document are handed over and stand as figures; what lies elsewhere is not fetched", async () => {
  const relations = `<Relationship Id="i" Type="${R}/image" Target="media/a.png"/><Relationship Id="e" Type="${R}/image" Target="https://evil.example/b.png" TargetMode="External"/>`;
  const body = picture('r:embed="i"', "The gate") + picture('r:embed="i"') + picture('r:link="e"');
  const file = await word(body, { relations, more: [["word/media/a.png", "bytes"]] });
  const taken: string[] = [];
  const { document, leftOut } = await readDocx(file, async ({ name }) => {
    taken.push(name);
    return taken.length === 1 ? "media/gate.png" : null;
  });
  expect(taken).toEqual(["picture-1.png", "picture-2.png"]);
  expect(document.content?.map(({ type }) => type)).toEqual(["paragraph", "figure", "paragraph", "paragraph"]);
  expect(document.content?.[1]?.attrs).toMatchObject({ src: "media/gate.png", alt: "The gate", credit: null });
  expect(leftOut).toEqual([
    { kind: "pictureUnsaid", count: 1 },
    { kind: "picture", count: 2 },
  ]);
  expect((await readDocx(file)).document.content?.map(({ type }) => type)).not.toContain("figure");
});
