import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import { readUpload } from "#app/features/lesson/media/read-upload.server.ts";
import { citationFormatter } from "#app/features/lesson/references/format-citations.server.ts";
import { readWorkFile } from "#app/features/lesson/references/read-works.server.ts";
import { sanitizeDrawing } from "#app/features/lesson/sanitize-drawing.ts";
import type { TranslatedParts } from "#app/features/lesson/translation/apply-change.ts";
import { joinParts, splitDocument } from "#app/features/lesson/translation/split-document.ts";
import { planLesson } from "#app/features/lesson/translation/xliff/plan-xliff.ts";
import { readXliff } from "#app/features/lesson/translation/xliff/read-xliff.ts";
import { writeXliff } from "#app/features/lesson/translation/xliff/write-xliff.ts";
import { PackageRefused } from "#app/features/package/read/package-problem.ts";
import { readPackage } from "#app/features/package/read/read-package.server.ts";
import { markdownProblem } from "#app/features/quiz/exchange/check-question.ts";
import { readMoodleXml } from "#app/features/quiz/exchange/moodle-xml/read.ts";
import { readLine, readText, type TextFormat } from "#app/features/quiz/exchange/question-text.ts";
import { attempt, plainNotes } from "#app/features/quiz/exchange/reading-notes.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";
import { readWith } from "#tests/factories/exchanged-questions.ts";
import { addressDangers, findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { lessonText, renderedDocument, renderedHtml } from "#tests/factories/lesson-text.ts";
import { copyPackage } from "#tests/factories/package.ts";

const onOneLine = (text: string) => text.replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, " ").trim() || "x";
const worst = hostileVectors.filter((vector) => findDangers(vector).length > 0);

test.each<TextFormat>(["html", "markdown", "moodle", "plain"])(
  "a question's text that is written as %s is words, or refused by name",
  async (format) => {
    for (const text of worst) {
      const notes = plainNotes("en");
      const read = attempt(() => readText({ text, format }, notes));
      if (!read.ok || read.value === "" || markdownProblem(read.value) !== null) continue;
      expect(findDangers(await renderedHtml(`${read.value}\n`)), text).toEqual([]);
    }
  },
);

test("a bank of Moodle that is hostile in every text gives words alone", async () => {
  const said = (vector: string) => `<text><![CDATA[${vector.replaceAll("]]>", "]] >")}]]></text>`;
  const question = (vector: string) =>
    `<question type="essay"><name>${said(vector)}</name><questiontext format="html">${said(vector)}</questiontext><generalfeedback format="html">${said(vector)}</generalfeedback><graderinfo format="html">${said(vector)}</graderinfo></question>`;
  const all = worst.map((vector) => question(vector.replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/gu, " ")));
  const { questions, refused } = readWith(readMoodleXml, `<quiz>${all.join("\n")}</quiz>`);
  expect(questions.length).toBeGreaterThan(50);
  expect(questions.length + refused.length).toBe(all.length);
  for (const { question: one } of questions) expect(addressDangers(one.body)).toEqual([]);
  for (const vector of worst)
    expect(readLine({ text: vector, format: "html" }, plainNotes("en"))).not.toMatch(/<script/);
});

const source = lessonText("## باب\n\nواحد **قوي** [رابط](https://example.org/a).\n");
const target = lessonText("## GATE\n\nOne **strong** [link](https://example.org/b).\n");
const nothing: TranslatedParts = {
  ...{ title: "", summary: "", parts: [] },
  basis: { locale: "ar", title: null, summary: null, blocks: [] },
};

/** What a file of translations would put into the text. */
async function takenIn(change: (xliff: string) => string) {
  const written = { title: "عنوان", summary: "ملخّص", document: source };
  const basis = { locale: "ar" as const, title: "عنوان", summary: "ملخّص", blocks: splitDocument(source) };
  const lesson = { slug: "one", source: written, translation: { title: "T", summary: "S", document: target, basis } };
  const xliff = change(writeXliff({ lessons: [lesson], source: "ar", target: "en" }));
  const [read] = readXliff(xliff).lessons;
  const { text, outcomes } = planLesson({ source: written, text: nothing, units: read?.units ?? [] });
  const document = lessonDocumentSchema.parse(joinParts(text.parts));
  expect(addressDangers(document)).toEqual([]);
  expect(findDangers((await renderedDocument(document)).html)).toEqual([]);
  return outcomes.map(({ what, reason }) => reason ?? what);
}

test("hostile words in a file of translations are words", async () => {
  for (const vector of worst.filter((_, index) => index % 5 === 0)) {
    const words = escapeXml(onOneLine(vector));
    await takenIn((xliff) => xliff.replace(">GATE<", () => `>${words}<`).replace(">One ", () => `>${words} `));
  }
});

test.each([
  ["a link that runs", (xliff: string) => xliff.replaceAll("https://example.org/b", "javascript:alert(1)")],
  ["a link that is data", (xliff: string) => xliff.replaceAll("https://example.org/b", "data:text/html,x")],
  [
    "an unknown mark",
    (xliff: string) => xliff.replaceAll("{&quot;type&quot;:&quot;bold&quot;}", "{&quot;type&quot;:&quot;script&quot;}"),
  ],
  ["an unknown block", (xliff: string) => xliff.replaceAll("&quot;heading&quot;", "&quot;iframe&quot;")],
  [
    "an attribute too many",
    (xliff: string) =>
      xliff.replaceAll("&quot;level&quot;:2", "&quot;level&quot;:2,&quot;onclick&quot;:&quot;alert(1)&quot;"),
  ],
])("a file of translations with %s is refused by its unit", async (_, change) => {
  const unchanged = await takenIn((xliff) => xliff);
  expect(unchanged).toEqual(["new", "new", "new", "new"]);
  const outcomes = await takenIn((xliff) => {
    expect(change(xliff)).not.toBe(xliff);
    return change(xliff);
  });
  expect(outcomes.some((outcome) => outcome === "unreadable" || outcome === "frame" || outcome === "codes")).toBe(true);
});

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

test("a drawing, sent by itself or shown in a page, has nothing that runs or fetches", async () => {
  let refused = 0;
  for (const vector of hostileVectors) {
    for (const drawing of [
      svg(vector),
      svg(`<text>${vector}</text>`),
      svg(`<g id="${vector}"><rect fill="${vector}"/></g>`),
    ]) {
      const read = await readUpload({ name: "a.svg", bytes: new TextEncoder().encode(drawing) }).then(
        (upload) => upload,
        (error: unknown) => error,
      );
      const drawn = sanitizeDrawing({ source: drawing, idPrefix: "d1-", label: vector });
      if (read instanceof ExpectedError) refused += 1;
      else expect(drawn.ok, drawing).toBe(true);
      if (drawn.ok) expect(findDangers(drawn.html), drawing).toEqual([]);
    }
  }
  expect(refused).toBeGreaterThan(1_000);
});

test("a bibliography that is hostile in every field is cited in words", () => {
  const entries = worst.map((vector, index) => {
    const said = onOneLine(vector);
    return {
      id: `w${index}`,
      type: "book",
      title: said,
      author: [{ literal: said }],
      publisher: said,
      URL: said,
      note: said,
    };
  });
  const taken = readWorkFile(JSON.stringify(entries.slice(0, 200)), "csl") ?? [];
  const items = taken.flatMap((one) => ("item" in one ? [one.item] : []));
  expect(items.length).toBeGreaterThan(100);
  const format = citationFormatter(items);
  for (const locale of ["ar", "en"] as const) {
    const notes = items.map(({ id }, index) => ({
      note: index + 1,
      works: [{ key: id, locator: id, prefix: "<b>see</b>" }],
    }));
    const { clusters, bibliography } = format({ locale, clusters: notes });
    for (const html of [...clusters, JSON.stringify(bibliography).replaceAll('\\"', '"')])
      expect(findDangers(html)).toEqual([]);
  }
});

const nobody = { courses: new Map(), instructors: new Map(), subjects: new Set<string>() };

test.each([
  ["a drawing that runs", "media/gate.en.svg", svg("<script>alert(1)</script>")],
  ["a drawing that fetches", "media/gate.en.svg", svg('<image href="https://evil.example/x.png"/>')],
  ["a page that is called a picture", "media/stone.png", "<!doctype html><script>alert(1)</script>"],
  ["a page among its files", "media/page.html", "<script>alert(1)</script>"],
  ["a page that is called a text", "media/page.pdf", "<script>alert(1)</script>"],
])("a package with %s is refused by the file's name", async (_, name, content) => {
  const copy = await copyPackage();
  await copy.write(`courses/first-steps/${name}`, content);
  const refused = await readPackage({ root: copy.root, known: nobody }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PackageRefused);
  expect(String(refused)).toContain(name);
});

const LESSON = "courses/first-steps/lessons/01-inquiry.en.md";

test("a package whose texts are hostile is refused by its lines, or comes in as words", async () => {
  const copy = await copyPackage();
  const [id = ""] = /^id: .*$/m.exec(await readFile(copy.path(LESSON), "utf8")) ?? [];
  for (const vector of worst.filter((_, index) => index % 40 === 0)) {
    const line = JSON.stringify(onOneLine(vector));
    await copy.write(LESSON, `---\n${id}\ntitle: ${line}\nsummary: ${line}\n---\n\n${vector}\n`);
    const read = await readPackage({ root: copy.root, known: nobody }).catch((error: unknown) => error);
    if (read instanceof PackageRefused) expect(String(read)).toContain("01-inquiry.en.md");
    else expect(addressDangers(JSON.parse(JSON.stringify(read))), vector).toEqual([]);
  }
});
