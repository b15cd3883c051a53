import { newPartId } from "../question-types/part-id.ts";
import { commonOf, type DraftBody, type Feedback, type MoodleAnswer, shareBelowOne } from "./moodle-bodies.ts";
import { demanded, translated } from "./question-text.ts";
import { lose, type ReadingNotes, refusal } from "./reading-notes.ts";

const NUMBER = /^[-+]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:e[-+]?\d{1,3})?$/i;

/** A number in Western or Eastern digits, with a point or a comma; null where it is none. */
export function numberIn(text: string): number | null {
  const western = text
    .trim()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[−–]/g, "-")
    .replace(/[,٫]/, ".");
  const value = NUMBER.test(western) ? Number(western) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** "3..5", "4:1" or "4": a range, a value with how far one may be off, or a value. */
export type AcceptedNumber = { from: number; to: number } | { value: number; off: number };

export function acceptedIn(text: string): AcceptedNumber | null {
  const [from, to] = text.split("..", 2).map(numberIn);
  if (text.includes("..")) return typeof from === "number" && typeof to === "number" ? { from, to } : null;
  const [value, off = 0] = text.split(":", 2).map(numberIn);
  return typeof value === "number" && off !== null ? { value, off: Math.abs(off) } : null;
}

type NumberAnswer = Omit<MoodleAnswer, "text"> & { number: AcceptedNumber };

/** The numbers that a gap or a question accepts. */
export function acceptedNumbers(answers: readonly NumberAnswer[], notes: ReadingNotes) {
  return answers.map(({ number, percent, remark }) => {
    const text = translated(remark, notes);
    const accepted =
      "from" in number
        ? { from: number.from, to: number.to }
        : { value: number.value, ...(number.off > 0 ? { tolerance: { kind: "absolute", by: number.off } } : {}) };
    return { id: newPartId(), ...accepted, ...shareBelowOne(percent), ...(text ? { remark: text } : {}) };
  });
}

/** Numbers among answers; "*" that earns nothing is the remark on a wrong answer. */
export function numbersAmong(given: readonly MoodleAnswer[], notes: ReadingNotes) {
  const caught = given.filter(({ text }) => text.trim() === "*" || text.trim() === "");
  for (const { percent } of caught) if (percent > 0) throw refusal("noAnswers");
  const answers = given
    .filter((answer) => !caught.includes(answer))
    .map(({ text, ...answer }) => {
      const number = acceptedIn(text);
      if (!number) throw refusal("unreadable", { problem: text.slice(0, 100) });
      return { ...answer, number };
    });
  if (answers.length === 0) throw refusal("noAnswers");
  const wrong = caught.map(({ remark }) => remark).find((remark) => remark !== "") ?? "";
  const isShared = answers.some(({ percent }) => percent > 0 && percent < 100);
  if (wrong && isShared) lose(notes, "remark", { remark: wrong.slice(0, 100) });
  return { answers, wrong: isShared ? "" : wrong };
}

type Unit = { id: string; label: Record<string, string>; factor: number };

export function numeric(
  asked: { stem: string; feedback: Feedback; units?: Unit[]; unitRequired?: boolean },
  given: readonly MoodleAnswer[],
  notes: ReadingNotes,
): DraftBody {
  const { answers, wrong } = numbersAmong(given, notes);
  const feedback = { ...asked.feedback, ...(wrong && !asked.feedback.wrong ? { wrong: demanded(wrong, notes) } : {}) };
  const { units = [], unitRequired } = asked;
  return {
    type: "numeric",
    body: {
      ...commonOf({ ...asked, feedback }, notes),
      answers: acceptedNumbers(answers, notes),
      ...(units.length > 0 ? { units } : {}),
      ...(unitRequired ? { unitRequired } : {}),
    },
  };
}
