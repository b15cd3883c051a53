import type { Feedback, MoodleAnswer } from "../moodle-bodies.ts";
import { readLine, readText, type TextFormat, translated, type WrittenText } from "../question-text.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";
import { childOf, childrenOf, wordsIn, wordsOf, type XmlElement } from "./element.ts";

const formats: ReadonlyMap<string, TextFormat> = new Map([
  ["html", "html"],
  ["markdown", "markdown"],
  ["plain_text", "plain"],
  ["moodle_auto_format", "moodle"],
]);

/** A text with its format, which is HTML unless it says another. */
export function writtenIn(element: XmlElement | undefined): WrittenText {
  return { text: wordsOf(element), format: formats.get(element?.attributes.format ?? "html") ?? "html" };
}

/** The Markdown of an element; a text without a format of its own is written as the question is. */
export function markdownIn(element: XmlElement | undefined, notes: ReadingNotes): string {
  return readText(writtenIn(element), notes);
}

export function lineIn(element: XmlElement | undefined, notes: ReadingNotes): string {
  return readLine(writtenIn(element), notes);
}

const remarks = [
  ["right", "correctfeedback"],
  ["partly", "partiallycorrectfeedback"],
  ["wrong", "incorrectfeedback"],
  ["always", "generalfeedback"],
] as const;

/** The general remarks of a question. */
export function feedbackOf(question: XmlElement, notes: ReadingNotes): Feedback {
  const said = remarks.map(([kind, name]) => [kind, translated(markdownIn(childOf(question, name), notes), notes)]);
  return Object.fromEntries(said.filter(([, text]) => text !== undefined));
}

/** The answers of a question; their texts are Markdown where `asMarkdown`, else the letters as they are typed. */
export function answersOf(question: XmlElement, asMarkdown: boolean, notes: ReadingNotes): MoodleAnswer[] {
  return childrenOf(question, "answer").map((answer) => ({
    text: asMarkdown ? markdownIn(answer, notes) : wordsOf(answer),
    percent: Number(answer.attributes.fraction ?? "0") || 0,
    remark: markdownIn(childOf(answer, "feedback"), notes),
  }));
}

export const isYes = (text: string): boolean => text === "1" || text.toLowerCase() === "true";

/** Read or of no consequence; anything else that a question says is named as a setting that is lost. */
const known = new Set(
  `name questiontext generalfeedback correctfeedback partiallycorrectfeedback incorrectfeedback defaultgrade penalty
   hidden idnumber tags hint answer subquestion single shuffleanswers answernumbering usecase units unitgradingtype
   unitpenalty showunits unitsleft dataset_definitions graderinfo graderinfoformat responsetemplate responseformat
   responserequired responsefieldlines minwordlimit maxwordlimit attachments attachmentsrequired maxbytes
   filetypeslist layouttype selecttype selectcount gradingtype drag drop dragbox selectoption file shownumcorrect
   showstandardinstruction instructions text image image_base64`.split(/\s+/),
);
const usualPenalties = [0, 0.1, 1 / 3, 1];

/** Names what a question says beside what is asked in it, and that nobody here keeps. */
export function loseSettings(question: XmlElement, notes: ReadingNotes): void {
  const points = wordsIn(question, "defaultgrade");
  if (points !== "" && Number(points) !== 1) lose(notes, "points", { points: String(Number(points) || points) });
  const penalty = wordsIn(question, "penalty");
  if (penalty !== "" && !usualPenalties.some((usual) => Math.abs(usual - Number(penalty)) < 0.001)) {
    lose(notes, "penalty", { penalty: penalty.slice(0, 20) });
  }
  if (isYes(wordsIn(question, "hidden"))) lose(notes, "hidden");
  const id = wordsIn(question, "idnumber");
  if (id !== "") lose(notes, "idNumber", { id: id.slice(0, 100) });
  const numbering = wordsIn(question, "answernumbering");
  if (numbering !== "" && numbering !== "abc") lose(notes, "numbering", { what: numbering.slice(0, 20) });
  for (const hint of childrenOf(question, "hint")) {
    const words = lineIn(hint, notes);
    if (words !== "") lose(notes, "hint", { hint: words.slice(0, 100) });
  }
  for (const { name, text } of question.children) {
    if (!known.has(name) && !["", "0"].includes(text.trim())) lose(notes, "setting", { what: name.slice(0, 60) });
  }
}
