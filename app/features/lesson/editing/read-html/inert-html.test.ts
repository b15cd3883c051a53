import { expect, test } from "vitest";
import { findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { inertHtml } from "./inert-html.ts";

test("a piece of our own surface stays what it is", () => {
  const piece = `<p data-pm-slice="1 1 []" lang="ar" dir="rtl">باب <strong>قوي</strong> <a href="https://example.org/?a=1&amp;b=2">رابط</a><br>&lt;b&gt;</p><ol data-footnotes=""><li label="1">x</li></ol>`;
  expect(inertHtml(piece)).toBe(piece);
});

test("the clipboard's frame around it is gone", () => {
  const html = "<meta charset='utf-8'><html><body><!--StartFragment--><p>one</p><!--EndFragment--></body></html>";
  expect(inertHtml(html)).toBe("<p>one</p>");
});

test("nothing stays in it that a browser would run, fetch or apply", () => {
  for (const vector of hostileVectors) {
    // Where an address may lead is asked where it becomes a link.
    const dangers = findDangers(inertHtml(vector).replace(/ (href|src|data[a-z-]*)="[^"]*"/g, ""));
    expect(
      dangers.filter((one) => !/^<(col|colgroup|h[156]|pre|center|sub)/.test(one)),
      vector,
    ).toEqual([]);
  }
});
