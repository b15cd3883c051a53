import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hidden, keepsTheLaws, words } from "#tests/factories/question-laws.ts";
import { isOfKind } from "./file-kinds.ts";
import { type FileUploadBody, fileUpload } from "./file-upload.ts";

const file = "0199a2a0-0000-7000-8000-00000000000";

const bodies: fc.Arbitrary<FileUploadBody> = fc.record({
  stem: words,
  rubric: fc.constant([{ id: "r", label: hidden, points: 3 }]),
  model: fc.constant(hidden),
  kinds: fc.subarray(["pdf", "image", "audio"] as const, { minLength: 1 }),
  most: fc.integer({ min: 1, max: 3 }),
  mostBytes: fc.constant(5_000_000),
});

describe("every question", () => {
  keepsTheLaws({
    type: fileUpload,
    bodies,
    answers: ({ most }) =>
      fc.nat(most).map((count) => ({ files: Array.from({ length: count }, (_, index) => `${file}${index}`) })),
    foreign: [{ files: [1, 2, 3, 4].map((digit) => `${file}${digit}`) }],
    twin: (body) => ({ ...body, rubric: [], model: { en: "else" } }),
  });
});

test("a file is known by the ending of its name", () => {
  expect(isOfKind("بحث.PDF", ["pdf"])).toBe(true);
  expect(isOfKind("notes.pdf.exe", ["pdf", "document"])).toBe(false);
});

test("what has been sent waits for a person; one file stands once in an answer", () => {
  const body: FileUploadBody = { stem: { en: "Send" }, rubric: [], kinds: ["pdf"], most: 2, mostBytes: 9999 };
  expect(fileUpload.grade(body, { files: [`${file}1`] }).share).toBeNull();
  expect(fileUpload.grade(body, { files: [] }).share).toBe(0);
  expect(fileUpload.answer.safeParse({ files: [`${file}1`, `${file}1`] }).success).toBe(false);
});
