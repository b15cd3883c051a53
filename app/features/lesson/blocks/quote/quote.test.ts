import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("holds paragraphs, in its own language where one is said", async () => {
  const body = ":::block{lang=la}\n> Ierusalem\n>\n> aedificatur\n:::\n";
  expect(await renderedHtml(body)).toBe(
    '<blockquote lang="la" dir="auto"><p>Ierusalem</p><p>aedificatur</p></blockquote>',
  );
  expect(rewritten(body)).toBe(body);
});

it("holds no headings, and is not empty", () => {
  expect(lessonProblems("> ## A")).toMatchObject([{ line: 1, code: "nestedWrongly" }]);
  expect(lessonProblems("a\n\n>")).toMatchObject([{ line: 3, code: "emptyBlock" }]);
});
