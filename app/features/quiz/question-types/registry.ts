import { categorise } from "./categorise/categorise.ts";
import { defineQuestionType, type KnownQuestionType } from "./define-question-type.ts";
import { essay } from "./essay/essay.ts";
import { fileUpload } from "./file-upload/file-upload.ts";
import { gapText } from "./gap-text/gap-text.ts";
import { matching } from "./matching/matching.ts";
import { multipleChoice } from "./multiple-choice/multiple-choice.ts";
import { numeric } from "./numeric/numeric.ts";
import { ordering } from "./ordering/ordering.ts";
import { placeOnPicture } from "./place-on-picture/place-on-picture.ts";
import { shortText } from "./short-text/short-text.ts";
import { singleChoice } from "./single-choice/single-choice.ts";
import { timeline } from "./timeline/timeline.ts";
import { trueFalse } from "./true-false/true-false.ts";

/** In the order in which authors are offered them. */
const types: KnownQuestionType[] = [
  defineQuestionType(singleChoice),
  defineQuestionType(multipleChoice),
  defineQuestionType(trueFalse),
  defineQuestionType(shortText),
  defineQuestionType(numeric),
  defineQuestionType(matching),
  defineQuestionType(ordering),
  defineQuestionType(gapText),
  defineQuestionType(categorise),
  defineQuestionType(placeOnPicture),
  defineQuestionType(timeline),
  defineQuestionType(essay),
  defineQuestionType(fileUpload),
];

/** Every kind of question that there is, by its name. */
export const questionTypes: ReadonlyMap<string, KnownQuestionType> = new Map(types.map((type) => [type.name, type]));
