import { expect, test } from "vitest";
import { sampleQuestions } from "#tests/factories/sample-questions.ts";
import { canonicalQuestion } from "../canonical-question.ts";
import type { ExchangedQuestion, QuestionFile } from "../exchanged-question.ts";
import { readQti } from "./read-qti.ts";
import { writeQti } from "./write-qti.ts";

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>');
const media = new Map([["media/plan.svg", svg]]);
const options = { locale: "ar" as const, media };

function sampleOf(type: string): ExchangedQuestion {
  const body: Record<string, unknown> = { ...sampleQuestions[type]?.body };
  return { name: `Question & "${type}"`, type, body, tags: ["gates"], category: ["Walls", "Gates"] };
}

const types = Object.keys(sampleQuestions);
const textOf = (file: QuestionFile | undefined) => new TextDecoder().decode(file?.bytes);

/** The question as one language says it alone. */
function inEnglish(question: ExchangedQuestion): ExchangedQuestion {
  const only = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(only);
    if (typeof value !== "object" || value === null) return value;
    if ("en" in value && "ar" in value) return { en: value.en };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, only(one)]));
  };
  const body = Object.fromEntries(Object.entries(question.body).map(([key, one]) => [key, only(one)]));
  return { ...question, body, tags: [], category: [] };
}

test("what is written is read back equal, of every type", () => {
  const questions = types.map(sampleOf);
  const written = writeQti(questions, options);
  const read = readQti(written.files, options);
  expect([written.refused, read.refused]).toEqual([[], []]);
  expect(read.questions.map(({ question }) => question.type)).toEqual(types);
  expect(read.questions.map(({ question }) => canonicalQuestion(question))).toEqual(questions.map(canonicalQuestion));
  expect(read.questions.flatMap(({ losses }) => losses)).toEqual([]);
  expect(read.media).toEqual(media);
});

const said = ["single-choice", "multiple-choice", "true-false", "matching", "short-text", "place-on-picture"];

test.each(said)("%s in one language needs no words of ours beside QTI", (type) => {
  const { files, lossy } = writeQti([inEnglish(sampleOf(type))], options);
  expect(textOf(files.find(({ path }) => path.startsWith("items/")))).not.toContain("maqdis-question:");
  expect(lossy).toEqual([]);
});

test.each(types)("%s is a question of another program's too, when our words are taken out", (type) => {
  const written = writeQti([inEnglish(sampleOf(type))], options);
  const bare = written.files.map(({ path, bytes }) => ({
    path,
    bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/<!-- maqdis.*-->\n/, "")),
  }));
  const { questions, refused } = readQti(bare, options);
  expect(refused).toEqual([]);
  const nearest: Record<string, string> = { timeline: "gap-text", categorise: "matching" };
  expect(questions.map(({ question }) => question.type)).toEqual([nearest[type] ?? type]);
});

test("an item that another program has changed says what it says now", () => {
  const { files } = writeQti([sampleOf("single-choice")], options);
  const changed = files.map(({ path, bytes }) => ({
    path,
    bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace("من بنى", "مَن شيّد")),
  }));
  const [read] = readQti(changed, options).questions;
  expect(read?.question.body.stem).toEqual({ ar: "مَن شيّد **الأسوار** القائمة؟" });
});

test("the package has the form of QTI 3.0", () => {
  const { files } = writeQti([sampleOf("place-on-picture"), sampleOf("essay")], options);
  expect(files.map(({ path }) => path)).toEqual([
    "imsmanifest.xml",
    "items/question-0001.xml",
    "items/question-0002.xml",
    "media/plan.svg",
  ]);
  const manifest = textOf(files[0]);
  expect(manifest).toContain(
    '<resource identifier="question-0001" type="imsqti_item_xmlv3p0" href="items/question-0001.xml">',
  );
  expect(manifest).toContain('<dependency identifierref="file-1"/>');
  expect(textOf(files[1])).toContain('data="../media/plan.svg" type="image/svg+xml" width="400" height="300"');
});
