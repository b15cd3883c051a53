import { defineQuestionType, type KnownQuestionType } from "./define-question-type.ts";
import { multipleChoice } from "./multiple-choice/multiple-choice.ts";
import { numeric } from "./numeric/numeric.ts";
import { singleChoice } from "./single-choice/single-choice.ts";

const types: KnownQuestionType[] = [
  defineQuestionType(singleChoice),
  defineQuestionType(multipleChoice),
  defineQuestionType(numeric),
];

/** Every kind of question that there is, by its name. */
export const questionTypes: ReadonlyMap<string, KnownQuestionType> = new Map(types.map((type) => [type.name, type]));
