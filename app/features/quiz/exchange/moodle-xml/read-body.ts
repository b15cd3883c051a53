import { newPartId } from "../../question-types/part-id.ts";
import {
  commonOf,
  type DraftBody,
  matching,
  multipleChoice,
  shortText,
  singleChoice,
  trueFalse,
} from "../moodle-bodies.ts";
import { numberIn, numeric } from "../moodle-numbers.ts";
import { demanded } from "../question-text.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import { readCloze, readPickedGaps } from "./cloze.ts";
import { childOf, childrenOf, wordsIn, wordsOf, type XmlElement } from "./element.ts";
import { readByHand } from "./read-by-hand.ts";
import { readMarkers } from "./read-markers.ts";
import { answersOf, feedbackOf, isYes, lineIn, markdownIn } from "./texts.ts";

type Reader = (question: XmlElement, notes: ReadingNotes) => DraftBody;

export const askedIn = (question: XmlElement, notes: ReadingNotes) => ({
  stem: markdownIn(childOf(question, "questiontext"), notes),
  feedback: feedbackOf(question, notes),
});

const readChoices: Reader = (question, notes) => {
  const shuffled = wordsIn(question, "shuffleanswers");
  const asked = { ...askedIn(question, notes), keepOrder: shuffled !== "" && !isYes(shuffled) };
  const answers = answersOf(question, true, notes);
  const single = wordsIn(question, "single");
  const make = single === "" || isYes(single) ? singleChoice : multipleChoice;
  return make(asked, answers, notes);
};

const readTrueFalse: Reader = (question, notes) => {
  const answers = answersOf(question, false, notes);
  const said = (word: string) => answers.find(({ text }) => text.toLowerCase() === word);
  const [yes, no] = [said("true"), said("false")];
  if (!yes && !no) throw refusal("noAnswers");
  const right = yes ? yes.percent > 0 : (no?.percent ?? 0) <= 0;
  const remarks = { whenTrue: yes?.remark ?? "", whenFalse: no?.remark ?? "" };
  return trueFalse(askedIn(question, notes), { right, ...remarks }, notes);
};

const readShort: Reader = (question, notes) => {
  const strict = isYes(wordsIn(question, "usecase")) ? ["case" as const] : [];
  return shortText({ ...askedIn(question, notes), strict }, answersOf(question, false, notes), notes);
};

function unitsOf(question: XmlElement, notes: ReadingNotes) {
  const units = childrenOf(childOf(question, "units") ?? question, "unit").map((unit) => {
    const multiplier = numberIn(wordsIn(unit, "multiplier")) ?? 1;
    if (multiplier <= 0) throw refusal("unreadable", { problem: wordsIn(unit, "multiplier").slice(0, 40) });
    const factor = Number((1 / multiplier).toPrecision(12));
    return { id: newPartId(), label: demanded(wordsIn(unit, "unit_name"), notes), factor };
  });
  const [grading, shown] = [wordsIn(question, "unitgradingtype"), wordsIn(question, "showunits")];
  const required = units.length > 0 && (grading === "1" || grading === "2");
  if (required && Number(wordsIn(question, "unitpenalty") || "1") !== 1) lose(notes, "unit");
  if (units.length > 0 && shown === "3") lose(notes, "setting", { what: "showunits" });
  return { units, unitRequired: required };
}

const readNumeric: Reader = (question, notes) => {
  const answers = childrenOf(question, "answer").map((answer, index) => {
    const tolerance = wordsIn(answer, "tolerance");
    const [read] = answersOf({ ...question, children: [answer] }, false, notes);
    if (!read) throw refusal("noAnswers", { answer: String(index) });
    return { ...read, text: tolerance === "" || read.text === "*" ? read.text : `${read.text}:${tolerance}` };
  });
  return numeric({ ...askedIn(question, notes), ...unitsOf(question, notes) }, answers, notes);
};

const readMatching: Reader = (question, notes) => {
  const pairs = childrenOf(question, "subquestion").map((pair) => ({
    premise: markdownIn(pair, notes),
    response: lineIn(childOf(pair, "answer"), notes),
  }));
  return matching(
    askedIn(question, notes),
    pairs.filter(({ premise, response }) => premise !== "" || response !== ""),
    notes,
  );
};

const gradings: ReadonlyMap<string, "none" | "pairs" | "positions"> = new Map([
  ["ALL_OR_NOTHING", "none"],
  ["ABSOLUTE_POSITION", "positions"],
  ["RELATIVE_NEXT_EXCLUDE_LAST", "pairs"],
  ["-1", "none"],
  ["0", "positions"],
  ["1", "pairs"],
]);

const readOrdering: Reader = (question, notes) => {
  const grading = gradings.get(wordsIn(question, "gradingtype"));
  if (!grading) lose(notes, "partial");
  if (!["", "0", "ALL"].includes(wordsIn(question, "selecttype"))) lose(notes, "setting", { what: "selecttype" });
  const items = answersOf(question, true, notes).map(({ text }) => ({ id: newPartId(), text: demanded(text, notes) }));
  return {
    type: "ordering",
    body: { ...commonOf(askedIn(question, notes), notes), items, partial: grading ?? "pairs" },
  };
};

const readers: ReadonlyMap<string, Reader> = new Map([
  ["multichoice", readChoices],
  ["truefalse", readTrueFalse],
  ["shortanswer", readShort],
  ["numerical", readNumeric],
  ["matching", readMatching],
  ["match", readMatching],
  ["ordering", readOrdering],
  ["essay", readByHand],
  ["cloze", readCloze],
  ["multianswer", readCloze],
  ["gapselect", readPickedGaps],
  ["ddwtos", readPickedGaps],
  ["ddmarker", readMarkers],
]);

/** The body of a question of Moodle; throws a refusal of a type that nothing here is like. */
export function readMoodleBody(question: XmlElement, notes: ReadingNotes): DraftBody {
  const type = (question.attributes.type ?? "").trim();
  if (type === "description") throw refusal("description");
  const read = readers.get(type);
  if (!read) throw refusal("typeUnknown", { type: type.slice(0, 60) || wordsOf(question).slice(0, 20) });
  return read(question, notes);
}
