import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { mixedDirections } from "#tests/factories/mixed-directions.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { textOf } from "../lesson-node.ts";
import { lintDirections } from "./lint-directions.ts";
import { mendDirection, mendDirections } from "./mend-directions.ts";

const found = (body: string, locale: "ar" | "en" = "ar") =>
  lintDirections({ document: lessonText(body), locale }).map(({ kind, text }) => [kind, text]);

const mended = (body: string, locale: "ar" | "en" = "ar") => mendDirections({ document: lessonText(body), locale });

describe("the directions of a text", () => {
  it("are right in plain and in well marked text", () => {
    expect(found("مدينة القدس (Jerusalem)، سنة 1917.\n")).toEqual([]);
    expect(found('كتب :span[C++ 17]{dir="ltr"} هنا.\n')).toEqual([]);
    expect(found("كتب \u2066C++\u2069 هنا.\n")).toEqual([]);
    expect(found("The gate of القدس is old.\n", "en")).toEqual([]);
  });

  it("have no mark that moves nothing, and keep one that does", () => {
    expect(found("باب\u200f العمود\n")).toEqual([["strayMark", "\u200f"]]);
    expect(textOf(mended("باب\u200f العمود\n"))).toBe("باب العمود");
    expect(found("اقرأ C++\u200e هنا.\n")).toEqual([]);
    expect(found("اقرأ C++\u200e\u200e هنا.\n").map(([kind]) => kind)).toEqual(["strayMark"]);
  });

  it("name what reorders letters unseen as dangerous, and show them as they are written when it is mended", () => {
    const document = lessonText("ملف \u202egnp.exe\u202c هنا.\n");
    const [override, ...others] = lintDirections({ document, locale: "ar" });
    expect(override).toMatchObject({ kind: "override", dangerous: true });
    expect(others).toEqual([]);
    if (!override) throw new Error("It was found");
    expect(textOf(mendDirection(document, override))).toBe("ملف gnp.exe هنا.");
  });

  it("have every embedding and isolate closed", () => {
    expect(found("نص \u202b مفتوح\n").map(([kind]) => kind)).toContain("unpaired");
    expect(found("نص \u2066 مفتوح\n").map(([kind]) => kind)).toContain("unpaired");
    expect(found("نص \u2069 مغلق \u202c\n").filter(([kind]) => kind === "unpaired")).toHaveLength(2);
    expect(textOf(mended("نص \u202b مفتوح \u2069\n"))).toBe("نص  مفتوح");
  });

  it("say of an embedding in letters by the markup what it is", () => {
    const after = mended("ثم كتب \u202aleft to!\u202c هنا.\n");
    expect(after).toEqual(lessonText('ثم كتب :span[left to!]{dir="ltr"} هنا.\n'));
  });

  it("have one kind of digits in a number, and in a block", () => {
    expect(found("سنة 19٤8 هنا\n")).toEqual([["mixedNumber", "19٤8"]]);
    expect(textOf(mended("سنة 19٤8 هنا\n"))).toBe("سنة 1948 هنا");
    expect(found("من ١٩١٧ إلى ١٩٤٨ ثم 67 هنا\n")).toEqual([["mixedDigits", "67"]]);
    expect(textOf(mended("من ١٩١٧ إلى ١٩٤٨ ثم 67 هنا\n"))).toBe("من ١٩١٧ إلى ١٩٤٨ ثم ٦٧ هنا");
    expect(found("من ١٩١٧ في Survey 1967 هنا\n")).toEqual([]);
  });

  it("hold together what belongs to a run in the other direction", () => {
    expect(found("لغة C++ هنا\n")).toEqual([["unisolated", "C++"]]);
    expect(mended("لغة C++ هنا\n")).toEqual(lessonText('لغة :span[C++]{dir="ltr"} هنا\n'));
    expect(found("الخط 66 Route هنا\n")).toEqual([["unisolated", "66 Route"]]);
    expect(found("القدس (Jerusalem).\n")).toEqual([]);
  });

  it("are those of most letters of a block", () => {
    expect(found("An English paragraph in an Arabic lesson: القدس.\n").map(([kind]) => kind)).toEqual([
      "blockDirection",
    ]);
    expect(mended("An English paragraph, whole.\n")).toEqual(
      lessonText(':::block{dir="ltr"}\nAn English paragraph, whole.\n:::\n'),
    );
    expect(
      found(':::block{lang="en"}\nالقدس is what the Arabic sources call the city.\n:::\n').map(([kind]) => kind),
    ).toEqual(["blockDirection"]);
    expect(found(':::block{dir="ltr"}\nالقدس مدينة قديمة.\n:::\n')).toEqual([]);
  });

  it("are looked at in what is read of a figure too", () => {
    const figure = ':::figure{src="media/a.svg" alt="صورة \u202egnp" credit="x" licence="CC"}\nعين.\n:::\n';
    const findings = lintDirections({ document: lessonText(figure), locale: "ar" });
    expect(findings).toMatchObject([{ kind: "override", attribute: "alt", path: [0] }]);
    expect(mended(figure).content?.[0]?.attrs).toMatchObject({ alt: "صورة gnp" });
  });

  it("are all right when everything was mended, and no letter is lost but what is not seen", () => {
    const pieces = fc.constantFrom(
      ..."ابC1٣۴ .-(#)",
      ..."\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069",
      "باب",
      "gate",
      "C++",
      "19٤8",
    );
    const property = fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 14 }),
      fc.constantFrom("ar", "en"),
      (all, locale) => {
        const text = `س${all.join("")}a`;
        const document = lessonDocumentSchema.parse({
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text }] }],
        });
        const after = mendDirections({ document, locale });
        expect(lintDirections({ document: after, locale })).toEqual([]);
        const seen = (letters: string) =>
          letters
            .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
            .replace(/\p{Nd}/gu, "0")
            .trim();
        expect(seen(textOf(after))).toBe(seen(textOf(document)));
        expect(mendDirections({ document: after, locale })).toEqual(after);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it.each(Object.entries(mixedDirections))(
    "of %s are told and mended without losing a letter",
    (_, { body, locale }) => {
      const document = lessonText(body);
      const after = mendDirections({ document, locale });
      const letters = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, "");
      expect(letters(textOf(after))).toBe(letters(textOf(document)));
    },
  );
});
