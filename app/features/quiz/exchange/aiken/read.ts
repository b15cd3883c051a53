import { newPartId } from "../../question-types/part-id.ts";
import { collectQuestion, lettersOf, nothingRead } from "../collect-questions.ts";
import type { ExchangedQuestion, QuestionReader } from "../exchanged-question.ts";
import { commonOf, singleChoice } from "../moodle-bodies.ts";
import { questionName } from "../question-name.ts";
import { demanded, readText } from "../question-text.ts";
import { plainNotes, type ReadingNotes, refusal } from "../reading-notes.ts";

const CHOICE = /^([A-Za-z]|[أابجدهوزحطي])\s?[.)]\s*(.*)$/;
const ANSWER = /^(?:answers?|الجواب|الإجابة)\s*:\s*(.*)$/i;
const FEEDBACK = /^feedback\s*:\s*(.*)$/i;
const NUMBERED = /^(?:question\s*)?\d{1,4}\s*[.):]\s+(?=\S)/i;

type Block = {
  line: number;
  stem: string[];
  choices: { letter: string; text: string[] }[];
  answer: string | null;
  remark: string[];
};

const begin = (line: number): Block => ({ line, stem: [], choices: [], answer: null, remark: [] });

/** Puts a line where it belongs; answers the block in which what follows belongs. */
function place(
  block: Block,
  { text, line, afterGap }: { text: string; line: number; afterGap: boolean },
  out: Block[],
): Block {
  const next = () => {
    const opened = begin(line);
    out.push(opened);
    return opened;
  };
  const [, said] = FEEDBACK.exec(text) ?? [];
  if (said !== undefined && block.answer !== null) {
    block.remark.push(said);
    return block;
  }
  const [, answer] = ANSWER.exec(text) ?? [];
  if (answer !== undefined) {
    const own = block.answer === null ? block : next();
    own.answer = answer.trim();
    return own;
  }
  const [, letter, words = ""] = CHOICE.exec(text) ?? [];
  if (letter !== undefined && block.answer === null && block.stem.length > 0) {
    block.choices.push({ letter: letter.toUpperCase(), text: [words] });
    return block;
  }
  const isOver = block.answer !== null || (afterGap && block.choices.length > 0);
  const own = isOver ? next() : block;
  const choice = own.choices.at(-1);
  if (choice) choice.text.push(text);
  else own.stem.push(text);
  if (own.stem.length === 1 && !choice) own.line = line;
  return own;
}

function blocksOf(source: string): Block[] {
  let block = begin(1);
  const out = [block];
  let afterGap = false;
  for (const [index, raw] of source
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const text = raw.trim();
    if (text === "") {
      afterGap = true;
      continue;
    }
    block = place(block, { text, line: index + 1, afterGap }, out);
    afterGap = false;
  }
  return out.filter(({ stem, choices, answer }) => stem.length > 0 || choices.length > 0 || answer !== null);
}

/** The letters that an ANSWER line names: "B", "b)", "B. Damascus Gate", or several. */
function lettersIn(answer: string): string[] {
  const list = answer.toUpperCase();
  if (/^\S(?:\s*[,;&،]\s*\S)+\.?$/.test(list)) return list.match(/[^\s,;&،.]/g) ?? [];
  const [, letter] = /^(\S)(?:[\s.):]|$)/.exec(list) ?? [];
  return letter === undefined ? [] : [letter];
}

const flow = (lines: readonly string[], notes: ReadingNotes) =>
  readText({ text: lines.join(" "), format: "moodle" }, notes);

function questionOf({ stem: lines, choices, answer, remark }: Block, notes: ReadingNotes): ExchangedQuestion {
  if (choices.length === 0) throw refusal(answer === null ? "description" : "noAnswers");
  const right = new Set(lettersIn(answer ?? ""));
  const known = new Set(choices.map(({ letter }) => letter));
  if (right.size === 0 || [...right].some((letter) => !known.has(letter))) throw refusal("noKey");
  const stem = flow([lines.join(" ").replace(NUMBERED, "")], notes);
  const always = flow(remark, notes);
  const asked = { stem, feedback: always ? { always: demanded(always, notes) } : {} };
  const read = choices.map(({ letter, text }) => ({ text: flow(text, notes), right: right.has(letter) }));
  const draft =
    right.size === 1
      ? singleChoice(
          asked,
          read.map((choice) => ({ text: choice.text, percent: choice.right ? 100 : 0, remark: "" })),
          notes,
        )
      : {
          type: "multiple-choice",
          body: {
            ...commonOf(asked, notes),
            choices: read.map((choice) => ({
              id: newPartId(),
              text: demanded(choice.text, notes),
              right: choice.right,
            })),
            rule: "all-or-nothing",
          },
        };
  return { ...draft, name: questionName("", stem, notes), tags: [], category: [] };
}

/**
 * Reads Aiken: the question, its choices by letter, and the letter of the right one. Besides, what people write:
 * texts over several lines, empty lines between, numbered questions, letters of either case or of Arabic, the right
 * choice's words after its letter, several right letters, and feedback.
 */
export const readAiken: QuestionReader = (files, { locale }) => {
  const read = nothingRead();
  for (const file of files) {
    const source = lettersOf(file, read);
    for (const block of source === null ? [] : blocksOf(source)) {
      const notes = plainNotes(locale);
      collectQuestion(read, { where: `${file.path}:${block.line}`, notes, make: () => questionOf(block, notes) });
    }
  }
  return read;
};
