import { expect, test } from "vitest";
import { freeLessonSlug, reservedLessonSlugs } from "./lesson-slug.ts";

const none: ReadonlySet<string> = new Set();

test("a slug is made of the English title, or of another in Latin letters", () => {
  const make = (titles: Record<string, string>) => freeLessonSlug(titles, { taken: none, fallback: "quiz" });
  expect(make({ ar: "الأبواب", en: "The Gates: of Jérusalem" })).toBe("the-gates-of-jerusalem");
  expect(make({ ar: "الأبواب", tr: "Kapılar" })).toBe("kapilar");
  expect(make({ ar: "الأبواب" })).toBe("quiz");
});

test("a slug that another lesson has gets a number", () => {
  expect(freeLessonSlug({ en: "Gates" }, { taken: new Set(["gates", "gates-2"]), fallback: "quiz" })).toBe("gates-3");
});

test("no lesson takes an address of the teaching rooms", () => {
  for (const slug of reservedLessonSlugs)
    expect(freeLessonSlug({ en: slug }, { taken: none, fallback: "quiz" })).toBe(`${slug}-2`);
});
