import { expect, test } from "vitest";
import { lineDirection } from "./line-direction.ts";
import { cutAtFinds, transcriptAsText } from "./transcript-text.ts";

test("a transcript is copied with its title, its times and an empty line between paragraphs", () => {
  const lines = [
    { from: 0, text: "One.", beginsParagraph: true },
    { from: 65, text: "Two.", beginsParagraph: false },
    { from: 130, text: "Three.", beginsParagraph: true },
  ];
  const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  expect(transcriptAsText(lines, { title: "The Madaba map", clock })).toBe(
    "The Madaba map\n\n0:00  One.\n1:05  Two.\n\n2:10  Three.\n",
  );
});

test("a line is cut where something was found, and put together again is the same line", () => {
  const cut = cutAtFinds("in the city of the gate", [
    { from: 3, to: 6, number: 4 },
    { from: 15, to: 18, number: 5 },
  ]);
  expect(cut.filter(({ find }) => find !== null)).toEqual([
    { text: "the", find: 4 },
    { text: "the", find: 5 },
  ]);
  expect(cut.map(({ text }) => text).join("")).toBe("in the city of the gate");
});

test.each([
  ["an Arabic line that begins with a Latin name", "Cardo Maximus هو الشارع", "ar", "rtl"],
  ["a Latin line in an Arabic transcript", "Cardo Maximus, 6th century.", "ar", "ltr"],
  ["an Arabic line in an English transcript", "المدينة المقدسة", "en", "rtl"],
  ["an English line with an Arabic word", "It is called المدينة here", "en", "ltr"],
  ["numbers alone", "1099", "ar", "rtl"],
] as const)("%s has its right direction", (_, text, locale, direction) => {
  expect(lineDirection(text, locale)).toBe(direction);
});
