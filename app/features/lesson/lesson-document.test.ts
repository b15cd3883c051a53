import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonText, renderedDocument } from "#tests/factories/lesson-text.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";
import type { LessonNode } from "./lesson-node.ts";

const text = (value: string, ...marks: unknown[]) => ({ type: "text", text: value, marks });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const doc = (...content: unknown[]) => ({ type: "doc", content });
const link = (href: unknown) => ({ type: "link", attrs: { href } });

describe("lessonDocumentSchema", () => {
  it.each<[string, unknown]>([
    ["nothing", null],
    ["a text", "x"],
    ["a node that is no document", paragraph(text("x"))],
    ["a document in a document", doc(doc(paragraph(text("x"))))],
    ["an unknown node", doc({ type: "script", content: [text("x")] })],
    ["a node of the prototype", doc({ type: "constructor" })],
    ["a node called __proto__", doc({ type: "__proto__" })],
    ["a node without a type", doc({ content: [] })],
    ["a raw HTML node", doc({ type: "html", attrs: { value: "<script>" } })],
    ["an unknown mark", doc(paragraph(text("x", { type: "textStyle", attrs: { color: "red" } })))],
    ["an unknown attribute of a node", doc({ ...paragraph(text("x")), attrs: { style: "x" } })],
    [
      "an unknown attribute of a mark",
      doc(paragraph(text("x", { type: "link", attrs: { href: "https://a.b", target: "_top" } }))),
    ],
    ["an unknown key", doc({ ...paragraph(text("x")), onclick: "x" })],
    ["a javascript: link", doc(paragraph(text("x", link("javascript:alert(1)"))))],
    ["a javascript: link with a tab", doc(paragraph(text("x", link("java\tscript:alert(1)"))))],
    ["a data: link", doc(paragraph(text("x", link("data:text/html,<script>alert(1)</script>"))))],
    ["a link that is no text", doc(paragraph(text("x", link(["https://a.b"]))))],
    ["a heading of the first level", doc({ type: "heading", attrs: { level: 1 }, content: [text("x")] })],
    ["a heading whose level is HTML", doc({ type: "heading", attrs: { level: "2><script>" }, content: [text("x")] })],
    ["a language that is HTML", doc({ ...paragraph(text("x")), attrs: { lang: '"><script>' } })],
    ["a text outside a paragraph", doc(text("x"))],
    ["a list item outside a list", doc({ type: "listItem", content: [paragraph(text("x"))] })],
    [
      "a heading in a quote",
      doc({ type: "blockquote", content: [{ type: "heading", attrs: { level: 2 }, content: [text("x")] }] }),
    ],
    ["a control character", doc(paragraph(text("a\u0000b")))],
    ["half a surrogate pair", doc(paragraph(text("a\ud800")))],
  ])("refuses %s", (_, value) => {
    expect(lessonDocumentSchema.safeParse(value).success).toBe(false);
  });

  it("refuses what is nested too deep or is too long, before it walks it", () => {
    let deep: unknown = paragraph(text("x"));
    for (let depth = 0; depth < 50_000; depth += 1) deep = { type: "blockquote", content: [deep] };
    expect(lessonDocumentSchema.safeParse(doc(deep)).success).toBe(false);
    const long = Array.from({ length: 30_000 }, () => paragraph(text("x")));
    expect(lessonDocumentSchema.safeParse(doc(...long)).success).toBe(false);
  });

  it("says where the wrong is", () => {
    const parsed = lessonDocumentSchema.safeParse(doc(paragraph(text("x")), { type: "marquee" }));
    expect(parsed.error?.issues).toMatchObject([
      { path: ["content", 1], message: "There is no block called marquee." },
    ]);
  });

  it("joins like runs, drops what is empty, and says every attribute", () => {
    const given = doc(
      paragraph(text(" a"), text("b", { type: "italic" }, { type: "bold" }), text("", { type: "bold" }), text("c\n ")),
      paragraph(),
      { type: "bulletList", content: [{ type: "listItem", content: [paragraph()] }] },
    );
    expect(lessonDocumentSchema.parse(given)).toEqual(
      doc({
        type: "paragraph",
        attrs: { lang: null, dir: null },
        content: [
          { type: "text", text: "a" },
          { type: "text", text: "b", marks: [{ type: "bold" }, { type: "italic" }] },
          { type: "text", text: "c" },
        ],
      }),
    );
  });
});

// What a hostile hand would hope to see in the page.
const HOSTILE = /<script|<iframe|<img[^>]*onerror|\son\w+\s*=|javascript:|\sstyle\s*=|<style|<foreignObject/i;

describe("renderLesson, given a document that nobody checked", () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

  it.each<[string, LessonNode]>([
    ["an unknown node", { type: "doc", content: [{ type: "script", content: [{ type: "text", text: "alert(1)" }] }] }],
    ["a node of the prototype", { type: "doc", content: [{ type: "constructor" }] }],
    [
      "an unknown mark",
      {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "blink" }] }] }],
      },
    ],
  ])("throws its own error for %s", async (_, document) => {
    await expect(renderedDocument(document)).rejects.toMatchObject({ code: "lessonUnreadable" });
  });

  it("lets no attribute through that the schema refuses", async () => {
    const linked: LessonNode = {
      type: "text",
      text: "x",
      marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
    };
    await expect(
      renderedDocument({ type: "doc", content: [{ type: "paragraph", content: [linked] }] }),
    ).rejects.toThrow();
    const spoken: LessonNode = { type: "paragraph", attrs: { lang: evil }, content: [{ type: "text", text: "x" }] };
    await expect(renderedDocument({ type: "doc", content: [spoken] })).rejects.toThrow();
  });

  it("escapes what is text, wherever it stands", async () => {
    const said = JSON.stringify(evil);
    const escaped = said.slice(1, -1).replaceAll('\\"', "&quot;").replaceAll("<", "&lt;");
    const document = lessonText(
      [
        `## ${escaped}`,
        `${escaped} **${escaped}x** :span[${escaped}]{lang=en}[^1]`,
        `:::figure{src=media/a.svg alt="${escaped}" credit="${escaped}" licence="${escaped}"}\n${escaped}\n:::`,
        `:::callout{kind=note title="${escaped}"}\n${escaped}\n:::`,
        `:::verse{attribution="${escaped}"}\nx${escaped.replaceAll("//", "")}\n:::`,
        `[^1]: ${escaped}`,
      ].join("\n\n"),
    );
    const { html, headings } = await renderedDocument(document);
    expect(html.replaceAll(/&lt;[^<]*/g, "").replaceAll(/="[^"]*"/g, "")).not.toMatch(HOSTILE);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(headings[0]?.id).toMatch(/^s-[\p{L}\p{N}-]+$/u);
  });

  it("never throws anything else, nor lets anything through, whatever it is given", async () => {
    const key = fc.constantFrom(
      "type",
      "attrs",
      "content",
      "text",
      "marks",
      "href",
      "lang",
      "dir",
      "src",
      "level",
      "onclick",
      "style",
    );
    const word = fc.constantFrom(
      "doc",
      "paragraph",
      "text",
      "heading",
      "figure",
      "link",
      "bold",
      "table",
      "script",
      "iframe",
      evil,
      "javascript:alert(1)",
      "__proto__",
    );
    const value = fc.object({ key, values: [word, fc.integer(), fc.constant(null)], maxDepth: 5 });
    const property = fc.asyncProperty(value, async (given) => {
      const parsed = lessonDocumentSchema.safeParse({ type: "doc", content: [given, paragraph(text(evil))] });
      if (!parsed.success) return;
      const { html } = await renderedDocument(parsed.data);
      expect(html).not.toContain("<script");
      expect(html).not.toContain("<img");
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
