import type { z } from "zod";
import { categorise } from "../../question-types/categorise/categorise.ts";
import { essay } from "../../question-types/essay/essay.ts";
import { fileUpload } from "../../question-types/file-upload/file-upload.ts";
import { gapText } from "../../question-types/gap-text/gap-text.ts";
import { matching } from "../../question-types/matching/matching.ts";
import { multipleChoice } from "../../question-types/multiple-choice/multiple-choice.ts";
import { numeric } from "../../question-types/numeric/numeric.ts";
import { ordering } from "../../question-types/ordering/ordering.ts";
import { placeOnPicture } from "../../question-types/place-on-picture/place-on-picture.ts";
import { shortText } from "../../question-types/short-text/short-text.ts";
import { singleChoice } from "../../question-types/single-choice/single-choice.ts";
import { timeline } from "../../question-types/timeline/timeline.ts";
import { trueFalse } from "../../question-types/true-false/true-false.ts";
import { refusal } from "../reading-notes.ts";
import type { WritingNotes } from "../written-text.ts";
import { writeEssay, writeUpload } from "./write-by-hand.ts";
import { writeMultipleChoice, writeSingleChoice, writeTrueFalse } from "./write-choices.ts";
import { writeGaps, writeNumber, writeShortText, writeTimeline } from "./write-entries.ts";
import { writeCategories, writeMatching, writeOrder, writePlaces } from "./write-pairs.ts";
import type { WrittenBody } from "./written-body.ts";

type Write = (body: unknown, notes: WritingNotes) => WrittenBody;

const writer =
  <Body>(schema: z.ZodType<Body>, write: (body: Body, notes: WritingNotes) => WrittenBody): Write =>
  (body, notes) =>
    write(schema.parse(body), notes);

const writers: ReadonlyMap<string, Write> = new Map([
  ["single-choice", writer(singleChoice.body, writeSingleChoice)],
  ["multiple-choice", writer(multipleChoice.body, writeMultipleChoice)],
  ["true-false", writer(trueFalse.body, writeTrueFalse)],
  ["short-text", writer(shortText.body, writeShortText)],
  ["numeric", writer(numeric.body, writeNumber)],
  ["matching", writer(matching.body, writeMatching)],
  ["ordering", writer(ordering.body, writeOrder)],
  ["gap-text", writer(gapText.body, writeGaps)],
  ["categorise", writer(categorise.body, writeCategories)],
  ["place-on-picture", writer(placeOnPicture.body, writePlaces)],
  ["timeline", writer(timeline.body, writeTimeline)],
  ["essay", writer(essay.body, writeEssay)],
  ["file-upload", writer(fileUpload.body, writeUpload)],
]);

/** What QTI says of a question of a type. Throws a refusal for a type that it cannot say. */
export function writeBody(type: string, body: unknown, notes: WritingNotes): WrittenBody {
  const write = writers.get(type);
  if (!write) throw refusal("typeUnknown", { type });
  return write(body, notes);
}
