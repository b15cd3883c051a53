import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("leads outside without giving the page away, and inside by the address that it is given", async () => {
  expect(await renderedHtml("[a *b*](https://example.org/?a=1&b=2)", { locale: "en" })).toBe(
    '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">a <em>b</em></a></p>',
  );
  expect(await renderedHtml("[a](lesson:iron-age-city) [b](course:maps)", { locale: "en" })).toBe(
    '<p><a href="/lessons/iron-age-city">a</a> <a href="/courses/maps">b</a></p>',
  );
});

it("fails where it leads to nothing", async () => {
  await expect(renderedHtml("[a](lesson:nowhere)")).rejects.toMatchObject({
    code: "lessonUnreadable",
    values: { detail: "A link leads to lesson:nowhere, which is not there." },
  });
});

it.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#10;script:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "http://example.org",
  "//example.org",
  "/teach",
  "#x",
  "mailto:a@b.cd",
  "https://user:word@example.org",
  "https:example.org",
  "lesson:Bad_Slug",
  "lesson:../x",
])("refuses the address %s", (address) => {
  expect(lessonProblems(`[a](${address})`)).toMatchObject([{ line: 1, code: "link" }]);
});

it("has no title, and no separate definition", () => {
  expect(lessonProblems('[a](https://example.org "t")')).toMatchObject([{ code: "link" }]);
  expect(lessonProblems("[a][b]\n\n[b]: https://example.org")).toMatchObject([
    { line: 1, code: "unsupported" },
    { line: 3, code: "unsupported" },
  ]);
});

it("is written in place", () => {
  expect(rewritten("[a](lesson:iron-age-city) <https://example.org/>\n")).toBe(
    "[a](lesson:iron-age-city) <https://example.org/>\n",
  );
});
