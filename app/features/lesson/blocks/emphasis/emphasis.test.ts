import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("nests as it was written, and overlaps are opened and closed", async () => {
  expect(await renderedHtml("*a **b** c* __d__", { locale: "en" })).toBe(
    "<p><em>a <strong>b</strong> c</em> <strong>d</strong></p>",
  );
  expect(rewritten("_a **b**_ __c__\n")).toBe("*a __b__* **c**\n");
});

it("is refused where its stars would stay on the page as they are", () => {
  expect(lessonProblems("كذا و**«كذا»** وكذا")).toMatchObject([{ line: 1, code: "text" }]);
  expect(lessonProblems("2 * 3 \\*كذا\\*")).toEqual([]);
});

it("stands inside a word", async () => {
  expect(await renderedHtml("ال**قدس**يّ")).toBe("<p>ال<strong>قدس</strong>يّ</p>");
});
