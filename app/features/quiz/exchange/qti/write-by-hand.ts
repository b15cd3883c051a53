import type { EssayBody } from "../../question-types/essay/essay.ts";
import type { FileKind } from "../../question-types/file-upload/file-kinds.ts";
import type { FileUploadBody } from "../../question-types/file-upload/file-upload.ts";
import { lose } from "../reading-notes.ts";
import type { WritingNotes } from "../written-text.ts";
import type { WrittenBody } from "./written-body.ts";
import { htmlOf, labelOf, qti } from "./xml-text.ts";

const given = (type: string) =>
  qti("response-declaration", { identifier: "RESPONSE", cardinality: "single", "base-type": type });

const forGraders = (html: string) =>
  qti("rubric-block", { view: "scorer", use: "scoring" }, qti("content-body", {}, html));

/** What is for those who grade: what a good answer is like, and the rubric, of which QTI has but the words. */
function guidance({ model, rubric }: Pick<EssayBody, "model" | "rubric">, notes: WritingNotes): string {
  const said = model ? forGraders(htmlOf(model, notes)) : "";
  if (rubric.length === 0) return said;
  lose(notes, "rubric");
  const criteria = rubric.map(({ label, points, description }) => {
    return `<li>${labelOf(label, notes)} (${points})${description ? htmlOf(description, notes) : ""}</li>`;
  });
  return said + forGraders(`<ul>${criteria.join("")}</ul>`);
}

export function writeEssay(body: EssayBody, notes: WritingNotes): WrittenBody {
  if (body.words) lose(notes, "words", { least: String(body.words.least ?? ""), most: String(body.words.most ?? "") });
  const attributes = { "response-identifier": "RESPONSE", "expected-lines": body.lines };
  const content = guidance(body, notes) + qti("extended-text-interaction", attributes);
  return { responses: [given("string")], content, scoring: null };
}

const types: Record<FileKind, string> = {
  pdf: "application/pdf",
  document: "application/vnd.oasis.opendocument.text",
  image: "image/*",
  audio: "audio/*",
  video: "video/*",
  table: "text/csv",
  slides: "application/vnd.oasis.opendocument.presentation",
};

export function writeUpload(body: FileUploadBody, notes: WritingNotes): WrittenBody {
  if (body.most > 1) lose(notes, "setting", { what: "most" });
  const attributes = { "response-identifier": "RESPONSE", type: body.kinds.map((kind) => types[kind]).join(" ") };
  return {
    responses: [given("file")],
    content: guidance(body, notes) + qti("upload-interaction", attributes),
    scoring: null,
  };
}
