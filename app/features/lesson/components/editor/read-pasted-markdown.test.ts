import { expect, test } from "vitest";
import { looksLikeMarkdown } from "./looks-like-markdown.ts";
import { readPastedMarkdown } from "./read-pasted-markdown.ts";

test.each([
  "# Title\n\ntext",
  "- a\n- b",
  "1. a\n2. b",
  "a **b** c",
  "[a](https://example.org)",
  "| a |\n| - |\n| b |",
])("%j is taken for Markdown", (text) => {
  expect(looksLikeMarkdown(text)).toBe(true);
});

test.each(["plain", "2 * 3 * 4", "- one line with a dash", "القدس (1541)", "a_b_c", "#hashtag"])(
  "%j is taken for words",
  (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  },
);

test("headings begin below the lesson's title", () => {
  const blocks = readPastedMarkdown("# A\r\n\r\n### B\n\nc[^1]\n\n[^1]: d") ?? [];
  expect(blocks.map(({ type, attrs }) => [type, attrs?.level])).toEqual([
    ["heading", 2],
    ["heading", 4],
    ["paragraph", undefined],
    ["footnotes", undefined],
  ]);
});

test("what is not Markdown of ours is told, and left to be pasted as it stands", () => {
  expect(readPastedMarkdown("**a** <b>x</b>")).toBeNull();
  expect(readPastedMarkdown("**a** ![x](https://example.org/x.png)")).toBeNull();
});
