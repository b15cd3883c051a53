import { expect, it } from "vitest";
import { lessonProblems, lessonText, renderedDocument, renderedHtml } from "#tests/factories/lesson-text.ts";

it("has an id of its own words, in any script, without vowel signs", async () => {
  const { html, headings } = await renderedDocument(lessonText("## المَدينة والماء!\n\n### The wall, 1541"));
  expect(html).toBe(
    '<h2 id="s-المدينة-والماء">المَدينة والماء!</h2><h3 id="s-the-wall-1541" dir="ltr">The wall, 1541</h3>',
  );
  expect(headings).toEqual([
    { id: "s-المدينة-والماء", level: 2, text: "المَدينة والماء!" },
    { id: "s-the-wall-1541", level: 3, text: "The wall, 1541" },
  ]);
});

it("gives the same words a number, and signs alone a name", async () => {
  const { headings } = await renderedDocument(lessonText("## A\n\n## A\n\n## A 2\n\n## …"));
  expect(headings.map(({ id }) => id)).toEqual(["s-a", "s-a-2", "s-a-2-2", "s-heading"]);
});

it("leaves the first level to the title", () => {
  expect(lessonProblems("# A")).toMatchObject([{ line: 1, code: "headingLevel" }]);
  expect(lessonProblems("##### A")).toMatchObject([{ line: 1, code: "headingLevel" }]);
});

it("keeps emphasis and other scripts inside it", async () => {
  expect(await renderedHtml("## The *Cardo* :span[קרדו]{lang=he}", { locale: "en" })).toContain(
    '>The <em>Cardo</em> <bdi lang="he">קרדו</bdi></h2>',
  );
});
