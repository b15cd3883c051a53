import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCitation, anyMap, anySelfCheck, anyTimeline } from "#tests/factories/arbitrary-blocks.ts";
import { lessonSchema } from "./blocks/registry.ts";
import { documentProblems } from "./document-problems.ts";
import { lessonDocumentSchema } from "./lesson-document.ts";
import type { LessonNode } from "./lesson-node.ts";
import { parseLessonMarkdown } from "./parse-lesson-markdown.ts";
import { writeLessonMarkdown } from "./write-lesson-markdown.ts";

const frontMatter = {
  id: "01a2004c-d07b-760b-821d-301f55e1a9d2",
  title: 'عنوان: "بين قوسين" # وعلامة',
  summary: "- not a list: [a] {b} & c",
};

const words = [
  "القدس",
  "الْمَدِينَةُ",
  "ירושלים",
  "עַל־פִּי",
  "یروشلم",
  "Θεόδοτος",
  "Cardo",
  "\u2066isolated\u2069",
  "\u200fmark\u200e",
  "e\u0301",
  "a\u200cb",
  "😀",
  "١٢٣",
];
const tricky = [
  ..."*_[]()<>#:|\\`~!-+=.&\"'{}@^$/ ",
  "::",
  ":::",
  ":::callout{kind=note}",
  ":span[x]{lang=la}",
  ":cite{works=",
  "::x",
  "1.",
  "1)",
  "- ",
  "---",
  "===",
  "[^1]",
  "[^1]:",
  "[x]: y",
  "<b>",
  "<!--",
  "&amp;",
  "&#x20;",
  "https://example.org",
  "www.example.org",
  "a@b.cd",
  "```",
  "| - |",
  "![a](b)",
  "19:15",
  "  ",
  "\u00a0",
  "\t",
  "\n",
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...tricky) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);
const letters = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(""));
const line = letters.filter((text) => text.trim() !== "");

const language = fc.record({
  lang: fc.constantFrom(null, "he", "grc", "ar-Latn"),
  dir: fc.constantFrom(null, "ltr", "rtl"),
});
const mark = fc.oneof(
  fc.constantFrom({ type: "bold" }, { type: "italic" }, { type: "code" }),
  fc
    .constantFrom("https://example.org/a?b=c&d=(e)_f*", "lesson:iron-age-city", "course:maps")
    .map((href) => ({ type: "link", attrs: { href } })),
  language.filter(({ lang, dir }) => lang !== null || dir !== null).map((attrs) => ({ type: "language", attrs })),
);
const marks = fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 });
const text = fc.oneof(
  { weight: 2, arbitrary: letters.map((value): LessonNode => ({ type: "text", text: value })) },
  { weight: 1, arbitrary: fc.record({ text: letters, marks }).map((node): LessonNode => ({ type: "text", ...node })) },
);
const note = fc
  .constantFrom("1", "2", "a-b")
  .map((label): LessonNode => ({ type: "footnoteReference", attrs: { label } }));
const reference = fc.oneof(note, anyCitation(line));
const oneLine = fc.array(fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: reference }), {
  minLength: 1,
  maxLength: 4,
});
const withBreaks = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: reference },
    { weight: 1, arbitrary: fc.constant<LessonNode>({ type: "hardBreak" }) },
  ),
  { minLength: 1, maxLength: 5 },
);

const node = (type: string, content: LessonNode[], attrs?: Record<string, unknown>): LessonNode => ({
  type,
  content,
  ...(attrs ? { attrs } : {}),
});
const anchored: LessonNode = { type: "text", text: "س" };
const paragraph = fc.tuple(withBreaks, language).map(([content, attrs]) => node("paragraph", content, attrs));
const heading = fc
  .tuple(oneLine, language, fc.constantFrom(2, 3, 4))
  .map(([content, attrs, level]) => node("heading", content, { level, ...attrs }));
const hemistich = oneLine.map((content) => node("hemistich", [anchored, ...content]));
const noSlashes = (found: LessonNode) => !JSON.stringify(found).replaceAll("https://", "").includes("//");
const verse = fc
  .record({
    attrs: fc.record({ lang: fc.constantFrom(null, "ar"), attribution: fc.option(line) }),
    stanzas: fc.array(fc.array(fc.array(hemistich, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ attrs, stanzas }) =>
    node(
      "verse",
      stanzas.map((lines) =>
        node(
          "stanza",
          lines.map((halves) => node("verseLine", halves)),
        ),
      ),
      attrs,
    ),
  )
  .filter(noSlashes);
const figure = fc
  .record({ alt: line, credit: line, licence: line, caption: withBreaks, width: fc.constantFrom(null, "wide") })
  .map(({ caption, ...attrs }) => node("figure", [anchored, ...caption], { src: "media/a.ar.svg", ...attrs }));
const table = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    align: fc.array(fc.constantFrom(null, "left", "center", "right"), { minLength: 1, maxLength: 3 }),
    cells: fc.array(fc.oneof(oneLine, fc.constant<LessonNode[]>([])), { minLength: 9, maxLength: 9 }),
    attrs: language,
  })
  .map(({ rows, align, cells, attrs }) => {
    const cell = (row: number, column: number) =>
      node(row === 0 ? "tableHeader" : "tableCell", cells[row * 3 + column] ?? [], { align: align[column] });
    const row = (_: unknown, index: number) =>
      node(
        "tableRow",
        align.map((_side, column) => cell(index, column)),
      );
    return node("table", Array.from({ length: rows }, row), attrs);
  });

const { flow } = fc.letrec<{ flow: LessonNode; list: LessonNode; quote: LessonNode }>((tie) => ({
  flow: fc.oneof({ maxDepth: 2, depthSize: "small" }, paragraph, table, figure, verse, tie("list"), tie("quote")),
  list: fc
    .record({
      items: fc.array(fc.tuple(paragraph, fc.array(tie("flow"), { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
      start: fc.option(fc.integer({ min: 0, max: 1500 })),
      attrs: language,
    })
    .map(({ items, start, attrs }) => {
      const content = items.map(([first, rest]) =>
        node("listItem", [node("paragraph", [anchored, ...(first.content ?? [])]), ...rest]),
      );
      return start === null ? node("bulletList", content, attrs) : node("orderedList", content, { start, ...attrs });
    }),
  quote: fc
    .tuple(fc.array(tie("flow"), { minLength: 1, maxLength: 2 }), language)
    .map(([content, attrs]) => node("blockquote", content, attrs)),
}));
const several = fc.array(flow, { minLength: 1, maxLength: 2 });
const callout = fc
  .record({ kind: fc.constantFrom("note", "debate", "source", "caution"), title: fc.option(line), content: several })
  .map(({ content, ...attrs }) => node("callout", [node("paragraph", [anchored]), ...content], attrs));
const source = fc
  .record({ title: line, date: fc.option(line), holding: fc.option(line), sides: fc.tuple(several, several), language })
  .map(({ sides, language: spoken, ...attrs }) =>
    node(
      "document",
      [
        node("transcription", [node("paragraph", [anchored]), ...sides[0]], spoken),
        node("translation", [node("paragraph", [anchored]), ...sides[1]], spoken),
      ],
      attrs,
    ),
  );
const further = [anyTimeline({ line, run: withBreaks }), anyMap({ line, run: withBreaks }), anySelfCheck];
const attachment = line.map((title) => ({ type: "attachment", attrs: { src: "media/readings.pdf", title } }));
const embed = fc
  .record({ title: line, description: fc.option(line) })
  .map((attrs) => ({ type: "embed", attrs: { url: "https://vimeo.com/76979871", ...attrs } }));
const rule = fc.constant<LessonNode>({ type: "horizontalRule" });

function labelsIn(found: LessonNode): string[] {
  const own = found.type === "footnoteReference" ? [String(found.attrs?.label)] : [];
  return [...own, ...(found.content ?? []).flatMap(labelsIn)];
}

const lesson = fc
  .record({
    blocks: fc.array(fc.oneof(paragraph, heading, flow, callout, source, attachment, embed, rule, ...further), {
      minLength: 1,
      maxLength: 5,
    }),
    notes: fc.array(withBreaks, { minLength: 3, maxLength: 3 }),
  })
  .map(({ blocks, notes }): LessonNode => {
    const first = node("paragraph", [anchored]);
    const labels = [...new Set(blocks.flatMap(labelsIn))];
    const plain = notes.map((note) => note.filter(({ type }) => type !== "footnoteReference"));
    const definitions = labels.map((label, index) =>
      node("footnoteDefinition", [anchored, ...(plain[index] ?? [])], { label }),
    );
    const content = definitions.length > 0 ? [first, ...blocks, node("footnotes", definitions)] : [first, ...blocks];
    return node("doc", content);
  });

const canonical = lesson
  .map((document) => lessonDocumentSchema.safeParse(document))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data);

const finished = canonical.filter((document) => documentProblems(document).length === 0);

function readAgain(markdown: string) {
  const parsed = parseLessonMarkdown({ markdown, path: "lessons/01-a.ar.md" });
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${markdown}`);
  return parsed;
}

describe("a lesson's document", () => {
  it("is the same after it was written as Markdown and read again", () => {
    const property = fc.property(finished, (document) => {
      const markdown = writeLessonMarkdown({ frontMatter, document });
      const again = readAgain(markdown);
      expect(again.document, markdown).toEqual(document);
      expect(again.frontMatter).toEqual(frontMatter);
      expect(writeLessonMarkdown(again)).toBe(markdown);
    });
    fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200) });
  }, 120_000);

  it("has one canonical form, which is the one that the editor gives", () => {
    const property = fc.property(canonical, (document) => {
      expect(lessonDocumentSchema.parse(document)).toEqual(document);
      expect(lessonSchema.nodeFromJSON(document).toJSON()).toEqual(document);
    });
    fc.assert(property, { numRuns: 100 });
  }, 120_000);
});
