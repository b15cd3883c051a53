import { expect, it } from "vitest";
import { documentProblems } from "#app/features/lesson/document-problems.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const body = ':::verse{lang=he attribution="يهودا اللاوي"}\nלִבִּי *בְמִזְרָח* // וְאָנֹכִי\nשורה\n\nבית שני\n:::\n';

it("keeps lines, hemistichs and stanzas", async () => {
  expect(await renderedHtml(body)).toBe(
    [
      '<figure class="verse"><div class="verse-lines" lang="he" dir="auto"><div class="stanza">',
      '<p class="verse-line"><span class="hemistich">לִבִּי <em>בְמִזְרָח</em></span> <span class="hemistich">וְאָנֹכִי</span> </p>',
      '<p class="verse-line"><span class="hemistich">שורה</span> </p></div>',
      '<div class="stanza"><p class="verse-line"><span class="hemistich">בית שני</span> </p></div></div>',
      "<figcaption>يهودا اللاوي</figcaption></figure>",
    ].join(""),
  );
  expect(rewritten(body)).toBe(body);
});

it("refuses anything but lines, and slashes with nothing beside them", () => {
  expect(lessonProblems(":::verse\n- a\n:::")).toMatchObject([{ line: 2, code: "nestedWrongly" }]);
  expect(lessonProblems(":::verse\na //\n:::")).toMatchObject([{ line: 1, code: "emptyBlock" }]);
  expect(lessonProblems(":::verse\n:::")).toMatchObject([{ line: 1, code: "emptyBlock" }]);
});

it("tells of two slashes inside a hemistich, which Markdown would part", () => {
  const hemistich = { type: "hemistich", content: [{ type: "text", text: "a // b" }] };
  const verse = {
    type: "verse",
    content: [{ type: "stanza", content: [{ type: "verseLine", content: [hemistich] }] }],
  };
  const document = lessonDocumentSchema.parse({ type: "doc", content: [verse] });
  expect(documentProblems(document)).toMatchObject([{ code: "hemistichSlashes", block: 0, node: "hemistich" }]);
});
