import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

const id = "01a2004c-d07b-760b-821d-301f55e1a9d2";

it("leaves a place for the question, and says so where nothing can ask it", async () => {
  const body = `::self-check{question="${id}"}\n`;
  const html = await renderedHtml(body, { locale: "en" });
  expect(html).toContain(`<div class="self-check-question" data-self-check="${id}"><noscript><p>This question`);
  expect(rewritten(body)).toBe(body);
});

it.each([
  ["no question", "::self-check\n", "missingAttribute"],
  ["what is no id", "::self-check{question=seven}\n", "badAttribute"],
  ["words", `::self-check[Why]{question="${id}"}\n`, "unknownAttribute"],
  ["the same question twice", `::self-check{question="${id}"}\n\n::self-check{question="${id}"}\n`, "text"],
])("refuses %s", (_, body, code) => {
  expect(lessonProblems(body)).toContainEqual(expect.objectContaining({ code }));
});
