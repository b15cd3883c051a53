import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import type { TranslationStanding } from "#app/features/lesson/translation/translation-standing.ts";
import { lessonText, sampleDrawing } from "#tests/factories/lesson-text.ts";
import { mendingAddress } from "../mending-address.ts";
import type { CheckedDraft, CheckedLesson } from "./checked-draft.ts";
import { contrastOf, palettes } from "./palette.ts";
import { checkDraft } from "./registry.ts";

const words = "كانت العين سببَ قيام المدينة.";

function lesson(slug: string, body: string | null = words, rest: Partial<CheckedLesson> = {}): CheckedLesson {
  const document = body === null ? null : lessonText(body);
  const texts = (["ar", "en"] as const).map((locale) => ({ locale, title: slug, document }));
  return { id: slug, slug, kind: "text", texts, opensAt: null, dripDays: null, requires: [], ...rest };
}

function draft(lessons: CheckedLesson[], rest: Partial<CheckedDraft> = {}): CheckedDraft {
  return {
    slug: "course",
    locales: ["ar", "en"],
    sections: [{ titles: { ar: "باب", en: "Door" }, lessons }],
    titled: ["ar", "en"],
    bodies: [],
    asked: new Map(),
    courses: new Set(["other"]),
    media: new Set(["media/gates.svg"]),
    drawings: new Map([["media/gates.svg", sampleDrawing]]),
    outside: new Map(),
    standings: new Map(),
    ...rest,
  };
}

/** Level, code and lesson of what is found, each once: both languages say the same. */
const found = (...given: Parameters<typeof draft>) => [
  ...new Set(checkDraft(draft(...given)).map(({ level, code, lesson: slug }) => `${level} ${code} ${slug ?? "-"}`)),
];

const figure = (path: string) =>
  `:::figure{src="${path}" alt="A gate" credit="Ours" licence="CC BY 4.0"}\nA gate.\n:::`;

test("a whole draft has nothing to mend", () => {
  expect(found([lesson("one"), lesson("two", `${words}\n\n${figure("media/gates.svg")}`)])).toEqual([]);
});

test("a draft without lessons, a section without any, and names that lack a language are told", () => {
  expect(found([])).toEqual(["error noLessons -", "warning emptySection -"]);
  const sections = [{ titles: { ar: "باب" }, lessons: [lesson("one")] }];
  expect(found([], { sections, titled: ["ar"] })).toEqual([
    "warning courseWithoutTitle -",
    "warning sectionWithoutTitle -",
  ]);
});

test("a lesson without a text in a language of the course keeps the draft back, one in a further language does not", () => {
  const { texts } = lesson("one");
  expect(found([lesson("one", words, { texts: texts.slice(0, 1) })])).toEqual(["error missingText one"]);
  const further = { locale: "fr" as const, title: "one", document: lessonText(words) };
  expect(found([lesson("one", words, { texts: [...texts, further] })])).toEqual([]);
});

test("a text that no page can show, an empty one, and one that says nothing are told", () => {
  expect(found([lesson("one", null)])).toEqual(["error unreadableText one"]);
  const empty = { type: "doc" };
  const blank = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: " … " }] }] };
  const withText = (document: CheckedLesson["texts"][number]["document"]) =>
    lesson("one", words, { texts: (["ar", "en"] as const).map((locale) => ({ locale, title: "one", document })) });
  expect(found([withText(empty)])).toEqual(["error empty one"]);
  expect(found([withText(lessonDocumentSchema.parse(empty))])).toEqual(["error empty one"]);
  expect(found([withText(blank)])).toEqual(["error emptyLesson one"]);
});

test("links to lessons and courses that are not there keep the draft back", () => {
  const body = (href: string) => `${words} [هنا](${href})`;
  expect(found([lesson("one", body("lesson:two")), lesson("two", body("course:other"))])).toEqual([]);
  expect(found([lesson("one", body("lesson:gone"))])).toEqual(["error brokenLink one"]);
  expect(found([lesson("one", body("course:gone"))])).toEqual(["error brokenLink one"]);
});

test("a link that leads outside is a warning with its date once it was tried and did not answer", () => {
  const address = "https://example.org/page";
  const lessons = [lesson("one", `${words} [هنا](${address})`)];
  const tried = (failure: string | null) => ({ outside: new Map([[address, { checkedAt: new Date(0), failure }]]) });
  expect(found(lessons)).toEqual([]);
  expect(found(lessons, tried(null))).toEqual([]);
  expect(found(lessons, tried("404"))).toEqual(["warning outsideLink one"]);
  expect(checkDraft(draft(lessons, tried("404")))[0]?.values).toMatchObject({
    address,
    failure: "404",
    date: new Date(0).toISOString(),
  });
});

test("a picture that is not among the files, a drawing that no page shows, and one without a text are told", () => {
  expect(found([lesson("one", figure("media/gone.svg"))])).toEqual(["error pictureMissing one"]);
  const drawings = new Map([["media/gates.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>']]);
  expect(found([lesson("one", figure("media/gates.svg"))], { drawings })).toEqual(["error drawingRefused one"]);
  const document = lessonText(`${words}\n\n${figure("media/gates.svg")}`);
  const silent = {
    ...document,
    content: document.content?.map((node) =>
      node.type === "figure" ? { ...node, attrs: { ...node.attrs, alt: null } } : node,
    ),
  };
  const texts = (["ar", "en"] as const).map((locale) => ({ locale, title: "one", document: silent }));
  expect(found([lesson("one", words, { texts })])).toEqual(["error figureAlt one"]);
});

test("what the kinds of lessons say, and questions without a key or a language, are told", () => {
  const bodies = [{ code: "noVideo", messageKey: "release:errors.noVideo", values: { lesson: "one" } }];
  expect(found([lesson("one")], { bodies })).toEqual(["error noVideo one"]);
  const asked = (whole: boolean, locales: string[]) => ({ asked: new Map([["one", [{ name: "Q", whole, locales }]]]) });
  expect(found([lesson("one")], asked(true, ["ar", "en"]))).toEqual([]);
  expect(found([lesson("one")], asked(false, ["ar", "en"]))).toEqual(["error questionWithoutKey one"]);
  expect(found([lesson("one")], asked(true, ["ar"]))).toEqual(["warning questionWithoutLanguage one"]);
});

test("lessons that wait for each other keep the draft back; removed ones and late ones are warnings", () => {
  const after = (slug: string, requires: string[], rest: Partial<CheckedLesson> = {}) =>
    lesson(slug, words, { requires, ...rest });
  expect(found([lesson("one"), after("two", ["one"]), after("three", ["two", "one"])])).toEqual([]);
  expect(found([after("one", ["three"]), after("two", ["one"]), after("three", ["two"])])).toEqual([
    ...["error prerequisiteCircle one", "error prerequisiteCircle two", "error prerequisiteCircle three"],
  ]);
  expect(found([after("one", ["gone"])])).toEqual(["warning prerequisiteRemoved one"]);
  const [soon, late] = [new Date("2027-01-01"), new Date("2027-02-01")];
  expect(found([lesson("one", words, { opensAt: late }), after("two", ["one"], { opensAt: soon })])).toEqual([
    "warning prerequisiteOpensLater two",
  ]);
  expect(found([lesson("one", words, { dripDays: 3 }), after("two", ["one"], { dripDays: 3 })])).toEqual([]);
});

test("a skipped level of headings and a direction against the language are warnings", () => {
  expect(found([lesson("one", `## أ\n\n#### ب\n\n${words}`)])).toEqual(["warning headingSkipped one"]);
  expect(found([lesson("one", `## أ\n\n### ب\n\n${words}\n\n## ج\n\n${words}`)])).toEqual([]);
  const paragraph = (lang: string, dir: string) => ({
    type: "paragraph",
    attrs: { lang, dir },
    content: [{ type: "text", text: "x" }],
  });
  const texts = (lang: string, dir: string) => ({
    texts: (["ar", "en"] as const).map((locale) => ({
      ...{ locale, title: "one", document: { type: "doc", content: [paragraph(lang, dir)] } },
    })),
  });
  expect(found([lesson("one", words, texts("he", "ltr"))])).toEqual(["warning directionAgainstLanguage one"]);
  expect(found([lesson("one", words, texts("he", "rtl"))])).toEqual([]);
  expect(found([lesson("one", words, texts("ar-Latn", "ltr"))])).toEqual([]);
});

test("a translation that its source has left behind is a warning, mended beside its source", () => {
  const standings = (standing: TranslationStanding) => ({
    standings: new Map([["one", [{ locale: "en" as const, standing }]]]),
  });
  expect(found([lesson("one")], standings({ state: "current" }))).toEqual([]);
  const behind = standings({ state: "behind", stale: 1, missing: 0 });
  expect(found([lesson("one")], behind)).toEqual(["warning staleTranslation one"]);
  const texts = (["ar", "en"] as const).map((locale) => ({
    ...{ locale, title: "one", document: locale === "ar" ? lessonText(words) : { type: "doc" } },
  }));
  expect(found([lesson("one", words, { texts })], behind)).toEqual(["error empty one"]);
  const [stale] = checkDraft(draft([lesson("one")], behind));
  expect(stale && mendingAddress("course", stale, "text")).toBe("/teach/course/one/translation/en");
});

test("hidden characters that turn letters round are a warning that does not hold them itself", () => {
  const turned = lesson("one", `${words} \u202Eabc\u202C`);
  expect(found([turned])).toEqual(["warning hiddenDirection one"]);
  expect(checkDraft(draft([turned]))[0]?.values.words).toBe("abc");
  expect(found([lesson("one", `${words} \u2067abc\u2069`)])).toEqual([]);
});

test("what concerns the outline is mended in the outline, what concerns the course in its settings", () => {
  const sections = [{ titles: { ar: "باب" }, lessons: [lesson("one", words, { requires: ["gone"] })] }];
  const places = checkDraft(draft([], { sections, titled: ["ar"] })).map((one) => [
    one.code,
    mendingAddress("course", one, "text"),
  ]);
  expect(places).toEqual([
    ["courseWithoutTitle", "/teach/course/settings"],
    ["sectionWithoutTitle", "/teach/course/outline"],
    ["prerequisiteRemoved", "/teach/course/outline"],
  ]);
});

test("letters of a drawing that no ground in it carries are told, and others are not", () => {
  const drawing = (letter: string, ground: string) =>
    new Map([
      [
        "media/gates.svg",
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="var(--${ground}, #000000)"/><text fill="var(--${letter}, #000000)">x</text></svg>`,
      ],
    ]);
  const lessons = [lesson("one", figure("media/gates.svg"))];
  expect(found(lessons, { drawings: drawing("line", "surface-2") })).toEqual(["warning paleDrawing one"]);
  expect(found(lessons, { drawings: drawing("paper", "ink") })).toEqual([]);
  expect(found(lessons, { drawings: drawing("ink", "surface-2") })).toEqual([]);
});

test("the palette is that of the styles, and contrast is that of WCAG", () => {
  const styles = readFileSync("app/styles/tokens.css", "utf8");
  const [light = "", dark = ""] = styles.split("prefers-color-scheme: dark");
  for (const [palette, part] of [[palettes.light, light] as const, [palettes.dark, dark] as const])
    for (const [name, colour] of Object.entries(palette)) expect(part, name).toContain(`--${name}: ${colour};`);
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 1);
});
