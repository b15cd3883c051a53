import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIDDEN, hidden, keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { normaliseText, type TextRule } from "./normalise-text.ts";
import { type ShortTextBody, shortText } from "./short-text.ts";
import { matchesPattern, readPattern } from "./text-pattern.ts";

const bodies: fc.Arbitrary<ShortTextBody> = fc
  .record({ ids: partIds(3, 3), stem: words, text: fc.string({ maxLength: 40 }), pattern: fc.boolean() })
  .map(({ ids: [a = "", b = "", c = ""], stem, text, pattern }) => ({
    stem,
    accepted: [
      { id: a, text: `${HIDDEN}${text.replace(/[{}*\\]/g, "")}*`, pattern, remark: hidden },
      { id: b, text: "القدس", share: 0.5 },
      { id: c, text: "{بيت |}المقدس", pattern: true, share: "1/3" },
    ],
  }));

describe("every question", () => {
  keepsTheLaws({
    type: shortText,
    bodies,
    answers: () => fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom("القُدس", "المقدس")).map((text) => ({ text })),
    foreign: [],
    twin: (body) => ({ ...body, accepted: [{ id: "other", text: "else" }] }),
  });
});

test.each([
  ["vowel signs", "القُدْسُ", "القدس"],
  ["tatweel", "القـــدس", "القدس"],
  ["hamza on alef", "أورشليم إيليا آية", "اورشليم ايليا اية"],
  ["ta marbuta", "المدرسة", "المدرسه"],
  ["alef maqsura", "الأقصى", "الاقصي"],
  ["letters of Persian and Urdu keyboards", "یروشلم کا", "يروشلم كا"],
  ["he in Urdu", "مدینہ", "مدينه"],
  ["Eastern and Western digits", "١٥٣٨ ۱۵۳۸", "1538 1538"],
  ["direction marks", "\u200fالقدس\u200e", "القدس"],
  ["presentation forms", "ﺍﻟﻘﺪﺱ", "القدس"],
  ["spaces", "  بيت   المقدس ", "بيت المقدس"],
  ["Arabic punctuation", "نعم، القدس؟", "نعم القدس"],
  ["case", "Al-Quds", "al quds"],
  ["Latin diacritics", "al-Ḥaram aş-Şarīf", "al haram as sarif"],
  ["hamza and ayn of transliteration", "Qurʾān ʿUmar Qur’an", "quran umar quran"],
  ["letters of Turkish", "IŞIK ışık İstanbul", "isik isik istanbul"],
])("%s make no difference", (_, one, other) => {
  expect(normaliseText(one)).toBe(normaliseText(other));
});

test.each<[TextRule, string, string]>([
  ["marks", "عَلَم", "عِلم"],
  ["letters", "مكتبة", "مكتبه"],
  ["case", "May", "may"],
  ["accents", "ano", "año"],
  ["punctuation", "its", "it's"],
])("an author may insist on %s", (rule, one, other) => {
  expect(normaliseText(one)).toBe(normaliseText(other));
  expect(normaliseText(one, [rule])).not.toBe(normaliseText(other, [rule]));
});

const matches = (pattern: string, text: string) => matchesPattern(readPattern(pattern) ?? [], text, []);

test.each([
  ["قبة *", "قُبّة الصخرة", true],
  ["قبة *", "قبة", true],
  ["*الصخرة", "قبة الصخره", true],
  ["قبة *", "القبة", false],
  ["{al-|}Quds", "Quds", true],
  ["{al-|}Quds", "al Quds", true],
  ["{al-|el-}Quds", "ul-Quds", false],
  ["a*b*c", "aXbYbZc", true],
  ["a*b*c", "acb", false],
  ["5 \\* 3", "5 * 3", true],
])("the pattern %j on %j: %s", (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each(["{a", "a}", "{a{b}}", "a\\", "{}".repeat(61)])("%j is no pattern", (pattern) => {
  expect(readPattern(pattern)).toBeNull();
});

test("the worst pattern is matched at once", () => {
  const worked = startCpuClock();
  expect(matches(`${"{a|aa|}*".repeat(30)}b`, "a".repeat(1000))).toBe(false);
  expect(worked()).toBeLessThan(2_000);
});

test("variants earn their own shares, the best that fits", () => {
  const body: ShortTextBody = {
    stem: { ar: "اسم المدينة؟" },
    accepted: [
      { id: "a", text: "*قدس*", pattern: true, share: "1/2", remark: { ar: "أدق من هذا" } },
      { id: "b", text: "بيت المقدس" },
    ],
  };
  expect(shortText.grade(body, { text: "بَيت المقدِس" })).toMatchObject({ share: 1, remarks: [] });
  expect(shortText.grade(body, { text: "القدس" })).toEqual({
    share: 0.5,
    parts: { answer: "wrong" },
    remarks: [{ ar: "أدق من هذا" }],
  });
});

test("a question that only «anything» answers has no key, and is refused", () => {
  const parsed = defineQuestionType(shortText).parseBody({
    stem: { en: "?" },
    accepted: [{ id: "a", text: "*", pattern: true }],
  });
  expect(parsed).toMatchObject({ problems: [{ path: ["accepted"], message: "quiz:problems.noRightChoice" }] });
});
