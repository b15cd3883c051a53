import {
  type DraftBody,
  type Feedback,
  matching,
  multipleChoice,
  shortText,
  singleChoice,
  trueFalse,
} from "../moodle-bodies.ts";
import { numeric } from "../moodle-numbers.ts";
import { demanded, readLine, readText, type TextFormat } from "../question-text.ts";
import { type ReadingNotes, refusal } from "../reading-notes.ts";
import { readAnswers, splitAnswers, textIn } from "./answers.ts";
import { showEscaped } from "./escapes.ts";

/** What stands in the place of the answers where words follow them. */
const BLANK = "_____";

type Parts = { stem: string; answers: string; general: string };

function partsOf(text: string): Parts {
  const open = text.indexOf("{");
  const close = text.indexOf("}");
  if (open === -1 && close === -1) throw refusal("description");
  if (open === -1 || close < open) throw refusal("unclosed");
  if (text.indexOf("{", open + 1) !== -1 || text.indexOf("}", close + 1) !== -1) throw refusal("unclosed");
  const inside = text.slice(open + 1, close).trim();
  const [before, after] = [text.slice(0, open), text.slice(close + 1)];
  const feedback = inside.lastIndexOf("####");
  return {
    stem: after.trim() === "" ? before : `${before}${BLANK}${after}`,
    answers: feedback === -1 ? inside : inside.slice(0, feedback).trim(),
    general: feedback === -1 ? "" : inside.slice(feedback + 4),
  };
}

type Asked = { stem: string; feedback: Feedback };
type Inside = { answers: string; format: TextFormat; notes: ReadingNotes };

function readMatching(asked: Asked, { answers, format, notes }: Inside): DraftBody {
  const pairs = answers
    .split("=")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => {
      const arrow = pair.indexOf("->");
      if (arrow === -1) throw refusal("unreadable", { problem: showEscaped(pair).slice(0, 100) });
      const response = pair.slice(arrow + 2).split("#")[0] ?? "";
      return {
        premise: readText(textIn(pair.slice(0, arrow), format), notes),
        response: readLine(textIn(response, "plain"), notes),
      };
    });
  return matching(asked, pairs, notes);
}

const TRUE = /^(?:T|TRUE)$/i;
const FALSE = /^(?:F|FALSE)$/i;

function readTrueFalse(asked: Asked, { answers, format, notes }: Inside): DraftBody {
  const [said = "", forWrong = "", forRight = ""] = answers.split("#");
  const right = TRUE.test(said.trim());
  const [wrong, well] = [forWrong, forRight].map((remark) => readText(textIn(remark, format), notes));
  const [whenTrue = "", whenFalse = ""] = right ? [well, wrong] : [wrong, well];
  return trueFalse(asked, { right, whenTrue, whenFalse }, notes);
}

/** Answers that are words as they are typed, not Markdown. */
function readWords({ answers, format, notes }: Inside) {
  const split = splitAnswers(answers);
  return readAnswers(split, format, notes).map((answer, index) => ({
    ...answer,
    text: readLine(textIn(split[index]?.text ?? "", "plain"), notes),
    percent: split[index]?.percent ?? 100,
  }));
}

function readNumeric(asked: Asked, inside: Inside): DraftBody {
  const split = splitAnswers(inside.answers.slice(1));
  const answers = split.map(({ sign, percent, text, remark }) => ({
    text: showEscaped(text).trim(),
    percent: percent ?? (sign === "=" ? 100 : 0),
    remark: readText(textIn(remark, inside.format), inside.notes),
  }));
  return numeric(asked, answers, inside.notes);
}

function readChoices(asked: Asked, { answers, format, notes }: Inside): DraftBody {
  const split = splitAnswers(answers);
  const choices = readAnswers(split, format, notes);
  const isSingle = split.some(({ sign }) => sign === "=");
  return isSingle ? singleChoice(asked, choices, notes) : multipleChoice(asked, choices, notes);
}

function readInside(asked: Asked, inside: Inside): DraftBody {
  const { answers, notes } = inside;
  const beforeRemark = (answers.split("#")[0] ?? "").trim();
  if (answers === "") {
    const always = asked.feedback.always;
    return {
      type: "essay",
      body: { stem: demanded(asked.stem, notes), ...(always ? { feedback: { always } } : {}), rubric: [] },
    };
  }
  if (answers.startsWith("#")) return readNumeric(asked, inside);
  if (answers.includes("~")) return readChoices(asked, inside);
  if (answers.includes("=") && answers.includes("->")) return readMatching(asked, inside);
  if (TRUE.test(beforeRemark) || FALSE.test(beforeRemark)) return readTrueFalse(asked, inside);
  return shortText(asked, readWords(inside), notes);
}

/** The body of one question without its title; its signs stand bare, what was escaped is hidden. */
export function readGiftBody(text: string, notes: ReadingNotes): DraftBody & { stem: string } {
  const parts = partsOf(text);
  const { text: written, format } = textIn(parts.stem, "moodle");
  const stem = readText({ text: written, format }, notes);
  const general = readText(textIn(parts.general, format), notes);
  const asked: Asked = { stem, feedback: general ? { always: demanded(general, notes) } : {} };
  return { stem, ...readInside(asked, { answers: parts.answers, format, notes }) };
}
