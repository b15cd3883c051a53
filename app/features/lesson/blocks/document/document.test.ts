import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";
import { firstStrongDirection } from "../first-strong-direction.ts";

const body = [
  '::::document{title="نقش ثيودوتوس" date="القرن الأول" holding="القدس"}',
  ":::transcription{lang=grc}",
  "Θεόδοτος",
  ":::",
  "",
  ":::translation{lang=ar}",
  "ثيودوتوس",
  ":::",
  "::::",
  "",
].join("\n");

it("stands beside its translation, each side in its own direction", async () => {
  expect(await renderedHtml(body)).toBe(
    [
      '<div class="document" role="group" aria-labelledby="document-1">',
      '<p class="document-title" id="document-1">نقش ثيودوتوس</p>',
      '<p class="document-facts"><span>التاريخ: <bdi>القرن الأول</bdi></span> <span>مكان الحفظ: <bdi>القدس</bdi></span></p>',
      '<div class="document-sides"><div class="document-side" dir="ltr"><p class="document-label">النص</p>',
      '<div class="document-text" lang="grc" dir="ltr"><p>Θεόδοτος</p></div></div>',
      '<div class="document-side" dir="rtl"><p class="document-label">الترجمة</p>',
      '<div class="document-text" dir="rtl"><p>ثيودوتوس</p></div></div></div></div>',
    ].join(""),
  );
  expect(rewritten(body)).toBe(body);
});

it("demands a title, a transcription and a translation, in this order", () => {
  expect(lessonProblems(body.replace('title="نقش ثيودوتوس" ', ""))).toMatchObject([
    { line: 1, code: "missingAttribute" },
  ]);
  expect(lessonProblems("::::document{title=a}\n:::transcription\nx\n:::\n::::")).toMatchObject([
    { line: 1, code: "nestedWrongly" },
  ]);
  expect(lessonProblems(":::translation\nx\n:::")).toMatchObject([{ line: 1, code: "nestedWrongly" }]);
});

it.each([
  ["«القدس» Jerusalem", "rtl"],
  ["12 ירושלים", "rtl"],
  ["ܐܘܪܫܠܡ", "rtl"],
  ["(Θεόδοτος) القدس", "ltr"],
  ["ኢየሩሳሌም", "ltr"],
  ["", "ltr"],
])("finds the direction of %s", (text, direction) => {
  expect(firstStrongDirection(text)).toBe(direction);
});
