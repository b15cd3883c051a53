import { expect, it } from "vitest";
import { renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("parts a text in two", async () => {
  expect(await renderedHtml("a\n\n***\n\nb", { locale: "en" })).toBe("<p>a</p><hr><p>b</p>");
  expect(rewritten("a\n\n***\n\nb")).toBe("a\n\n---\n\nb\n");
});
