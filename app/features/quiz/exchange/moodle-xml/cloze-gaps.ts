import { newPartId } from "../../question-types/part-id.ts";
import { shareFromPercent } from "../../question-types/share.ts";
import { htmlToLine } from "../html-to-markdown.ts";
import { acceptedTexts, type MoodleAnswer } from "../moodle-bodies.ts";
import { acceptedNumbers, numbersAmong } from "../moodle-numbers.ts";
import { demanded, readText } from "../question-text.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";

const HEAD = /\{(\d{0,3}):([A-Z_]{2,20}):/g;
const WEIGHT = /^%(-?\d{1,3}(?:[.,]\d*)?)%/;

const texts = /^(?:SHORTANSWER|SA|MW)(_?C)?$/;
const numbers = /^(?:NUMERICAL|NM)$/;
const choices = /^(?:MULTICHOICE|MC)(?:_?[VH])?(_?S)?$/;

export type ClozePiece = { text: string } | { gap: string; weight: number; answers: string };

/** The place after the brace that closes a gap, or -1. */
function endOf(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "}") return at;
  }
  return -1;
}

/** The text of a cloze question in pieces: words, and what stands in braces as `{1:SHORTANSWER:…}`. */
export function splitCloze(text: string): ClozePiece[] {
  const pieces: ClozePiece[] = [];
  const head = new RegExp(HEAD);
  let end = 0;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const close = endOf(text, head.lastIndex);
    if (close === -1) throw refusal("unclosed");
    pieces.push({ text: text.slice(end, found.index) });
    const [, weight, gap = ""] = found;
    pieces.push({ gap, weight: Number(weight) || 1, answers: text.slice(head.lastIndex, close) });
    end = close + 1;
    head.lastIndex = end;
  }
  pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Answers are parted by "~"; each has a weight, a text and a remark, in which "\" takes the next sign as it is. */
function answersIn(written: string, isHtml: boolean, notes: ReadingNotes): MoodleAnswer[] {
  const parts = written.match(/(?:\\.|[^~\\])+/gs) ?? [];
  return parts.map((part) => {
    const isRight = part.startsWith("=");
    const rest = isRight ? part.slice(1) : part;
    const [head = "", percent] = WEIGHT.exec(rest) ?? [];
    const [, answer = "", remark = ""] = /^((?:\\.|[^#\\])*)#?(.*)$/s.exec(rest.slice(head.length)) ?? [];
    const plain = (text: string) => text.replace(/\\([}#~/"\\{=])/g, "$1").trim();
    return {
      text: isHtml ? htmlToLine(plain(answer), notes) : plain(answer),
      percent: percent === undefined ? (isRight ? 100 : 0) : Number(percent.replace(",", ".")),
      remark: readText({ text: plain(remark), format: isHtml ? "html" : "markdown" }, notes),
    };
  });
}

function choicesOf(answers: readonly MoodleAnswer[], notes: ReadingNotes) {
  for (const { remark } of answers) if (remark) lose(notes, "remark", { remark: remark.slice(0, 100) });
  return answers.map(({ text, percent }) => ({
    id: newPartId(),
    label: demanded(text, notes),
    ...(percent > 0 ? { share: shareFromPercent(Math.min(percent, 100)) } : {}),
  }));
}

type GapOptions = { isHtml: boolean; notes: ReadingNotes };

/** A gap as a body has it; throws a refusal of a kind that no gap is like. */
export function gapOf(piece: Extract<ClozePiece, { gap: string }>, { isHtml, notes }: GapOptions) {
  const id = newPartId();
  const weight = piece.weight === 1 ? {} : { weight: piece.weight };
  const answers = answersIn(piece.answers, isHtml, notes);
  const [isText, withCase] = texts.exec(piece.gap) ?? [];
  if (isText) {
    const strict = withCase ? { strict: ["case"] } : {};
    return { id, ...weight, kind: "text", accepted: acceptedTexts(answers, notes), ...strict };
  }
  if (numbers.test(piece.gap)) {
    const { answers: read, wrong } = numbersAmong(answers, notes);
    if (wrong) lose(notes, "remark", { remark: wrong.slice(0, 100) });
    return { id, ...weight, kind: "number", answers: acceptedNumbers(read, notes) };
  }
  if (choices.test(piece.gap)) return { id, ...weight, kind: "choices", choices: choicesOf(answers, notes) };
  throw refusal("typeUnknown", { type: `cloze ${piece.gap}` });
}
