import type { MoodleAnswer } from "../moodle-bodies.ts";
import { readText, type TextFormat, type WrittenText } from "../question-text.ts";
import type { ReadingNotes } from "../reading-notes.ts";
import { showEscaped } from "./escapes.ts";

const FORMAT = /^\[(html|markdown|plain|moodle)\]/;
const WEIGHT = /^%(-?\d{1,3}(?:[.,]\d*)?)%/;

/** A text with the format that it says, or that of the question. Lines of the file are no lines of the text. */
export function textIn(raw: string, format: TextFormat): WrittenText {
  const trimmed = raw.trim();
  const [head = "", said] = FORMAT.exec(trimmed) ?? [];
  const own = said === "html" || said === "markdown" || said === "plain" || said === "moodle" ? said : format;
  const rest = trimmed.slice(head.length);
  const flat = own === "plain" || own === "moodle" ? rest.replace(/\s*\n\s*/g, " ") : rest;
  return { text: showEscaped(flat).trim(), format: own };
}

export type GiftAnswer = { sign: "=" | "~"; percent: number | null; text: string; remark: string };

/** The answers between the braces, each with its sign; words before the first sign are one without it. */
export function splitAnswers(text: string): GiftAnswer[] {
  const pieces = text.split(/(?=[=~])/).filter((piece) => piece.trim() !== "");
  return pieces.map((piece) => {
    const hasSign = piece.startsWith("=") || piece.startsWith("~");
    const said = (hasSign ? piece.slice(1) : piece).trim();
    const [head = "", weight] = WEIGHT.exec(said) ?? [];
    const [answer = "", ...remark] = said.slice(head.length).split("#");
    return {
      sign: piece.startsWith("~") ? "~" : "=",
      percent: weight === undefined ? null : Number(weight.replace(",", ".")),
      text: answer.trim(),
      remark: remark.join("#").trim(),
    };
  });
}

/** With texts and remarks as Markdown. */
export function readAnswers(answers: readonly GiftAnswer[], format: TextFormat, notes: ReadingNotes): MoodleAnswer[] {
  return answers.map(({ sign, percent, text, remark }) => ({
    text: readText(textIn(text, format), notes),
    percent: percent ?? (sign === "=" ? 100 : 0),
    remark: readText(textIn(remark, format), notes),
  }));
}
