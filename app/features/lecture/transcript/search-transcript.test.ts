import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openTestDatabase } from "#tests/setup/database.ts";
import { foldText } from "./fold-text.ts";
import { foldLines, searchTranscript } from "./search-transcript.ts";

const found = (text: string, query: string) =>
  searchTranscript(foldLines([{ text }]), query).map(({ from, to }) => text.slice(from, to).trim());

test.each([
  ["harakat make no difference", "كَمَا كُتِبَ فَوْقَ صُورَتِهَا", "كتب", ["كُتِبَ"]],
  ["nor does the form of alef and hamza", "أوّل إيوان آخر", "اول ايوان اخر", ["أوّل إيوان آخر"]],
  ["nor taa marbuta", "المدينة المقدسة", "المدينه", ["المدينة"]],
  ["nor alef maqsura", "المسجد الأقصى", "الاقصي", ["الأقصى"]],
  ["nor tatweel", "القـــدس", "القدس", ["القـــدس"]],
  ["nor Eastern digits", "سنة ١٠٩٩ للميلاد", "1099", ["١٠٩٩"]],
  ["nor Persian digits", "سال ۱۵۳۷", "١٥٣٧", ["۱۵۳۷"]],
  ["nor letters of Persian and Urdu", "یروشلم کی تاریخ", "يروشلم كي", ["یروشلم کی"]],
  ["nor accents and case", "Église du Saint-Sépulcre", "saint sepulcre", ["Saint-Sépulcre"]],
  ["the article does not count", "تاريخ للقدس وبالقدس وقدس", "القدس", ["للقدس", "وبالقدس", "وقدس"]],
  ["nor does that of transliteration", "The gates of Quds", "al-Quds", ["Quds"]],
  ["a word with its article is not found inside another", "بيت المقدس", "القدس", []],
  ["a part of a word is found", "Constantinople", "stant", ["stant"]],
  ["all places are found", "باب العمود وباب الخليل", "باب", ["باب", "باب"]],
  ["punctuation parts words and is no word", "قال: «نعم»، ثم مضى", "نعم ثم", ["نعم»، ثم"]],
])("%s", (_, text, query, finds) => {
  expect(found(text, query)).toEqual(finds);
});

test.each(["", "   ", "ـــ", "…!?", "َُِ"])("nothing is found of what holds no letter: %j", (query) => {
  expect(found("القدس: ـــ … َُِ !", query)).toEqual([]);
});

const letters = [..."ابةهىيأإآءؤئكلمنسدرقوalqudsÉéößıØ٠١٣۵۷ـَِّ '’-–،.؟ ", "لا", "ﷺ", "🕌"];
const text = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((list) => list.join(""));
const word = fc.array(fc.constantFrom(..."بتثجحخدذرزسشصضطظعغفقكلمن"), { minLength: 2, maxLength: 6 });
const words = fc.array(
  word.map((list) => list.join("")),
  { minLength: 1, maxLength: 12 },
);

describe("whatever the text", () => {
  test("what was folded stays as it is when it is folded again", () => {
    fc.assert(
      fc.property(text, (any) => {
        const { folded } = foldText(any);
        expect(foldText(folded).folded).toBe(folded);
      }),
    );
  });

  test("every letter of what was folded knows its place, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        const { folded, starts } = foldText(any);
        expect(starts).toHaveLength(folded.length + 1);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(starts.at(-1)).toBe(any.length);
      }),
    );
  });

  test("any words of a line are found in it, with marks strewn over them too", () => {
    const marks = ["", "َ", "ُ", "ِ", "ّ", "ـ", "ٰ"];
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.nat(),
        fc.array(fc.constantFrom(...marks), { minLength: 80, maxLength: 80 }),
        (all, a, b, strewn) => {
          const from = Math.min(a % all.length, b % all.length);
          const query = all.slice(from, Math.max(a % all.length, b % all.length) + 1).join(" ");
          const written = [...all.join(" ")].map(
            (letter, i) => letter + (letter === " " ? "" : (strewn[i % 80] ?? "")),
          );
          expect(found(written.join(""), query).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("finds stand in order, apart from each other and inside their line", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (lines, query) => {
        const finds = searchTranscript(foldLines(lines.map((one) => ({ text: one }))), query);
        for (const [i, find] of finds.entries()) {
          const before = finds[i - 1];
          expect(find.from).toBeLessThan(find.to);
          expect(find.to).toBeLessThanOrEqual(lines[find.line]?.length ?? 0);
          if (before?.line === find.line) expect(find.from).toBeGreaterThanOrEqual(before.to);
          else expect(find.line).toBeGreaterThan(before?.line ?? -1);
        }
      }),
    );
  });
});

describe("beside the search of courses", () => {
  const database = openTestDatabase();
  const article = /(?<![\p{L}\p{N}])(وال|بال|ولل|لل|ال)(?=[\p{L}\p{N}]{2})/gu;
  const latinArticle = /(?<![\p{L}\p{N}])(al|el)[-‐–]/giu;

  test("texts are folded as the database folds them, article aside", async () => {
    const samples = fc.sample(text, 400);
    const rows = await database.db.$queryRaw<{ folded: string }[]>`
      SELECT normalise_search(t) AS "folded" FROM unnest(${samples}::text[]) WITH ORDINALITY AS s(t, n) ORDER BY n`;
    const ours = samples.map((one) => foldText(one.replace(latinArticle, "")).folded.trim().replace(article, ""));
    expect(ours).toEqual(rows.map(({ folded }) => folded));
  });
});
