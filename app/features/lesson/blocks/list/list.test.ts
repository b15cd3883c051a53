import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("nests, counts from where it should, and is written in one form", async () => {
  expect(await renderedHtml("3. a\n4. b\n   - c", { locale: "en" })).toBe(
    '<ol start="3"><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ol>',
  );
  expect(rewritten("* a\n* b\n    + c\n")).toBe("- a\n- b\n  - c\n");
});

it("begins each item with a paragraph", () => {
  expect(lessonProblems("- > quote")).toMatchObject([{ line: 1, code: "nestedWrongly" }]);
  expect(lessonProblems("- a\n-\n- b")).toMatchObject([{ line: 2, code: "emptyBlock" }]);
});

it("may be in another language as a whole", async () => {
  const body = ":::block{lang=he dir=rtl}\n- א\n- ב\n:::\n";
  expect(await renderedHtml(body)).toBe('<ul lang="he" dir="rtl"><li><p>א</p></li><li><p>ב</p></li></ul>');
  expect(rewritten(body)).toBe(body);
});
