import { expect, it } from "vitest";
import { renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("is a paragraph, with a language only where it is not the lesson's", async () => {
  expect(await renderedHtml("نص")).toBe("<p>نص</p>");
  expect(await renderedHtml(":::block{lang=ar}\nنص\n:::")).toBe("<p>نص</p>");
  expect(await renderedHtml(":::block{lang=he}\nטקסט\n:::")).toBe('<p lang="he" dir="auto">טקסט</p>');
});

it("takes the language of the one run that it consists of, so that its full stop stands on the right side", async () => {
  const html = await renderedHtml("- :span[Kenyon, *Digging Up Jerusalem*, 1974]{lang=en}.");
  expect(html).toContain(
    '<p lang="en" dir="ltr"><bdi lang="en">Kenyon, <em>Digging Up Jerusalem</em>, 1974</bdi>.</p>',
  );
  expect(await renderedHtml("انظر :span[Kenyon]{lang=en}.")).toBe('<p>انظر <bdi lang="en">Kenyon</bdi>.</p>');
});

it("keeps signs of Markdown as letters", () => {
  expect(rewritten("\\* ليست قائمة\n")).toBe("\\* ليست قائمة\n");
});
