import { expect, it } from "vitest";
import { renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("escapes what would be HTML, and keeps line breaks that were meant", async () => {
  expect(await renderedHtml("a &lt;b&gt; &amp; c\\\nd", { locale: "en" })).toBe("<p>a &lt;b&gt; &amp; c<br>d</p>");
  expect(rewritten("a\\\nb\n")).toBe("a\\\nb\n");
});

it("reads a line end of the file as a space", async () => {
  expect(await renderedHtml("one\ntwo", { locale: "en" })).toBe("<p>one two</p>");
});
