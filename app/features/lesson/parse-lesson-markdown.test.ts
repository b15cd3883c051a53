import { describe, expect, it } from "vitest";
import { parseLessonMarkdown } from "./parse-lesson-markdown.ts";
import { writeLessonMarkdown } from "./write-lesson-markdown.ts";

const front = `---
id: 01a2004c-d07b-760b-821d-301f55e1a9d2
title: "الموقع والماء"
summary: "سطر واحد يصف الدرس."
---
`;

function read(body: string) {
  return parseLessonMarkdown({ markdown: `${front}\n${body}`, path: "lessons/01-site.ar.md" });
}

function document(body: string) {
  const parsed = read(body);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function problems(body: string) {
  const parsed = read(body);
  return parsed.ok ? [] : parsed.problems.map(({ line, code }) => [line, code]);
}

describe("parseLessonMarkdown", () => {
  it("reads the front matter and the text", () => {
    const parsed = read("نص الدرس.\n");
    expect(parsed).toMatchObject({
      ok: true,
      frontMatter: { id: "01a2004c-d07b-760b-821d-301f55e1a9d2", title: "الموقع والماء" },
      document: {
        type: "doc",
        content: [
          { type: "paragraph", attrs: { lang: null, dir: null }, content: [{ type: "text", text: "نص الدرس." }] },
        ],
      },
    });
  });

  it("names the file, the line and the reason of everything that is wrong, in order", () => {
    const body = [
      "# A title again", // line 7
      "",
      "<b>raw</b> text",
      "",
      "::::gallery{a=b}",
      "text",
      "::::",
      "",
      ':::figure{src="media/a.svg" colour=red}',
      "A caption.",
      ":::",
      "",
      "A [link](javascript:alert) and a note[^9].",
      "",
      "[^4]: Nothing refers to this.",
    ].join("\n");
    expect(problems(body)).toEqual([
      [7, "headingLevel"],
      [9, "rawHtml"],
      [9, "rawHtml"],
      [11, "unknownBlock"],
      [15, "missingAttribute"],
      [15, "missingAttribute"],
      [15, "missingAttribute"],
      [15, "unknownAttribute"],
      [19, "link"],
      [19, "footnote"],
      [21, "footnote"],
    ]);
  });

  it("refuses a file without front matter, and front matter with a key too many", () => {
    const path = "a.md";
    expect(parseLessonMarkdown({ markdown: "Text", path })).toMatchObject({
      ok: false,
      problems: [{ path, line: 1, code: "frontMatter" }],
    });
    const extra = front.replace("summary:", "author: x\nsummary:");
    expect(parseLessonMarkdown({ markdown: `${extra}Text`, path })).toMatchObject({ ok: false });
    const badId = front.replace("01a2004c", "zz");
    expect(parseLessonMarkdown({ markdown: `${badId}Text`, path })).toMatchObject({ problems: [{ line: 2 }] });
  });

  it("refuses blocks that are not closed, stray fences, and broken directives", () => {
    expect(problems(":::callout{kind=note}\nText")).toEqual([[7, "unclosedBlock"]]);
    expect(problems("Text\n\n:::")).toEqual([[9, "unclosedBlock"]]);
    expect(problems(":::figure {src=x}\nText\n:::")).toContainEqual([7, "unclosedBlock"]);
  });

  it("refuses blocks where they may not stand", () => {
    expect(problems(":::callout{kind=note}\n## Heading\n:::")).toEqual([[8, "nestedWrongly"]]);
    expect(problems('::::document{title="T"}\n:::transcription\na\n:::\n::::')).toEqual([[7, "nestedWrongly"]]);
    expect(problems(":::block{lang=he}\none\n\ntwo\n:::")).toEqual([[7, "nestedWrongly"]]);
    expect(problems("- > quote")).toEqual([[7, "nestedWrongly"]]);
  });

  it("takes a colon between digits for a colon", () => {
    const [paragraph] = document("التثنية 19:15، و16:9 :x").content ?? [];
    expect(paragraph?.content).toEqual([{ type: "text", text: "التثنية 19:15، و16:9 :x" }]);
  });

  it("says what a lesson points at, and on which line", () => {
    const body =
      '[a](lesson:iron-age-city), [b](course:maps)\n\n:::figure{src="media/a.svg" alt=a credit=c licence=l}\nx\n:::';
    expect(read(body)).toMatchObject({
      references: {
        media: [{ path: "media/a.svg", line: 9 }],
        lessons: [{ slug: "iron-age-city", line: 7 }],
        courses: [{ slug: "maps", line: 7 }],
      },
    });
  });

  it("writes what it read in one stable form", () => {
    const body = [
      "## عنوان",
      "",
      "نص *مائل* و**عريض** و`رمز` و:span[Cardo Maximus]{lang=la} و[رابط](https://example.org/).[^a]",
      "",
      ':::callout{kind=debate title="من يقول ماذا؟"}',
      "- أ",
      "- ب",
      ":::",
      "",
      '::::document{title="نقش"}',
      ":::transcription{lang=grc}",
      "Θεόδοτος",
      ":::",
      "",
      ":::translation{lang=ar}",
      "ثيودوتوس",
      ":::",
      "::::",
      "",
      ":::verse{lang=ar}",
      "تلك آثارُنا // تدلّ علينا",
      ":::",
      "",
      "| أ | ب |",
      "| - | :-: |",
      "| ١ | ٢ |",
      "",
      "[^a]: حاشية.",
      "",
    ].join("\n");
    const parsed = read(body);
    expect(parsed.ok && writeLessonMarkdown(parsed)).toBe(`${front}\n${body}`);
  });
});
