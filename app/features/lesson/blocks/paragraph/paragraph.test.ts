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

it("runs as its first letter does where it says nothing of itself, past words that are set apart", async () => {
  expect(await renderedHtml("The wall, 1541.")).toBe('<p dir="ltr">The wall, 1541.</p>');
  expect(await renderedHtml("القدس", { locale: "en" })).toBe('<p dir="rtl">القدس</p>');
  expect(await renderedHtml(":span[Cardo]{lang=la} شارع")).toBe('<p><bdi lang="la">Cardo</bdi> شارع</p>');
  expect(await renderedHtml("1541 — **Wall**")).toBe('<p dir="ltr">1541 — <strong>Wall</strong></p>');
  expect(await renderedHtml("1541 – 1542")).toBe("<p>1541 – 1542</p>");
  expect(await renderedHtml(":::block{dir=rtl}\nThe wall\n:::")).toBe('<p dir="rtl">The wall</p>');
  expect(await renderedHtml(":::block{lang=en}\n> The wall\n:::")).toBe(
    '<blockquote lang="en" dir="auto"><p>The wall</p></blockquote>',
  );
});
