import type { Translated } from "#app/platform/i18n/locales.ts";
import { newPartId } from "../question-types/part-id.ts";
import { compare, one, rational, sum } from "../question-types/rational.ts";
import { readShare, type Share, shareFromPercent } from "../question-types/share.ts";
import { demanded, translated } from "./question-text.ts";
import { lose, type ReadingNotes, refusal } from "./reading-notes.ts";

/** An answer of a question in Moodle's formats: its text or number, what of a hundred it earns, and the remark on it. */
export type MoodleAnswer = { text: string; percent: number; remark: string };

export type Feedback = Partial<Record<"right" | "partly" | "wrong" | "always", Translated>>;

/** A question's type and body, before anybody has checked it. */
export type DraftBody = { type: string; body: Record<string, unknown> };

type Asked = { stem: string; feedback: Feedback; keepOrder?: boolean };

/** What every body begins with. */
export function commonOf({ stem, feedback }: Asked, notes: ReadingNotes) {
  const said = Object.fromEntries(Object.entries(feedback).filter(([, text]) => text !== undefined));
  return { stem: demanded(stem, notes), ...(Object.keys(said).length > 0 ? { feedback: said } : {}) };
}

const remarked = (remark: string, notes: ReadingNotes) => {
  const text = translated(remark, notes);
  return text ? { remark: text } : {};
};

/** The share that a percentage means; what takes away from a single choice cannot. */
function earning({ percent, text }: MoodleAnswer, notes: ReadingNotes): { share?: Share } {
  if (percent > 0) return { share: shareFromPercent(Math.min(percent, 100)) };
  if (percent < 0) lose(notes, "weight", { answer: text.slice(0, 80), percent: String(percent) });
  return {};
}

export function singleChoice(asked: Asked, answers: readonly MoodleAnswer[], notes: ReadingNotes): DraftBody {
  const choices = answers.map((answer) => ({
    id: newPartId(),
    text: demanded(answer.text, notes),
    ...earning(answer, notes),
    ...remarked(answer.remark, notes),
  }));
  if (!answers.some(({ percent }) => percent >= 100)) throw refusal("noKey");
  return {
    type: "single-choice",
    body: { ...commonOf(asked, notes), choices, ...(asked.keepOrder ? { keepOrder: true } : {}) },
  };
}

type Rule = "weights" | "right-minus-wrong";

/** How several choices earn: as each weighs, or, where that comes to the same, right ones less wrong ones. */
function ruleOf(shares: readonly Share[], notes: ReadingNotes): Rule {
  const right = shares.map(readShare).filter(({ n }) => n > 0n);
  const wrong = shares.map(readShare).filter(({ n }) => n <= 0n);
  if (right.length === 0) throw refusal("noKey");
  const each = rational(1, right.length);
  if (
    right.every((share) => compare(share, each) === 0) &&
    wrong.every(({ n, d }) => compare({ n: -n, d }, each) === 0)
  ) {
    return "right-minus-wrong";
  }
  if (compare(sum(right), one) === 0) return "weights";
  lose(notes, "weight", { answer: "", percent: "" });
  return "right-minus-wrong";
}

export function multipleChoice(asked: Asked, answers: readonly MoodleAnswer[], notes: ReadingNotes): DraftBody {
  const shares = answers.map(({ percent }) => shareFromPercent(Math.max(-100, Math.min(percent, 100))));
  const rule = ruleOf(shares, notes);
  const choices = answers.map((answer, index) => ({
    id: newPartId(),
    text: demanded(answer.text, notes),
    right: answer.percent > 0,
    ...(rule === "weights" ? { share: shares[index] } : {}),
    ...remarked(answer.remark, notes),
  }));
  return {
    type: "multiple-choice",
    body: { ...commonOf(asked, notes), choices, rule, ...(asked.keepOrder ? { keepOrder: true } : {}) },
  };
}

/** Below the whole; the whole is not said. */
export function shareBelowOne(percent: number): { share?: Share } {
  return percent >= 100 ? {} : { share: shareFromPercent(Math.max(percent, 0)) };
}

/** Moodle's "*" is any run of letters, and "\*" a star. */
function acceptedText(written: string): { text: string; pattern?: true } {
  const isPattern = /(?<!\\)\*/.test(written);
  if (!isPattern) return { text: written.replaceAll("\\*", "*") };
  const text = written.replace(/\\\*|[\\{}]/g, (letters) => (letters === "\\*" ? letters : `\\${letters}`));
  return { text, pattern: true };
}

/** The texts that a gap or a question accepts. */
export function acceptedTexts(answers: readonly MoodleAnswer[], notes: ReadingNotes) {
  return answers.map(({ text, percent, remark }) => ({
    id: newPartId(),
    ...acceptedText(text),
    ...shareBelowOne(percent),
    ...remarked(remark, notes),
  }));
}

/**
 * The last answer of many questions catches whatever the others do not, to remark on it. Where nothing earns a part,
 * that is the remark on a wrong answer.
 */
export function withoutCatchAll(answers: readonly MoodleAnswer[]): { answers: MoodleAnswer[]; wrong: string } {
  const last = answers.at(-1);
  const others = answers.slice(0, -1);
  const isCatchAll = last?.text === "*" && last.percent <= 0 && last.remark !== "";
  if (!isCatchAll || others.some(({ percent }) => percent < 100)) return { answers: [...answers], wrong: "" };
  return { answers: others, wrong: last.remark };
}

export function shortText(
  asked: Asked & { strict?: "case"[] },
  given: readonly MoodleAnswer[],
  notes: ReadingNotes,
): DraftBody {
  const { answers, wrong } = asked.feedback.wrong ? { answers: [...given], wrong: "" } : withoutCatchAll(given);
  const feedback = { ...asked.feedback, ...(wrong ? { wrong: demanded(wrong, notes) } : {}) };
  if (answers.length === 0) throw refusal("noAnswers");
  const { strict = [] } = asked;
  return {
    type: "short-text",
    body: {
      ...commonOf({ ...asked, feedback }, notes),
      accepted: acceptedTexts(answers, notes),
      ...(strict.length > 0 ? { strict } : {}),
    },
  };
}

export function trueFalse(
  asked: Asked,
  { right, whenTrue, whenFalse }: { right: boolean; whenTrue: string; whenFalse: string },
  notes: ReadingNotes,
): DraftBody {
  const remarks = {
    ...(whenTrue ? { true: demanded(whenTrue, notes) } : {}),
    ...(whenFalse ? { false: demanded(whenFalse, notes) } : {}),
  };
  const body = { ...commonOf(asked, notes), right, ...(whenTrue || whenFalse ? { remarks } : {}) };
  return { type: "true-false", body };
}

export type Pair = { premise: string; response: string };

/** Premises without words are what distracts; responses that read the same are one. */
export function matching(asked: Asked, pairs: readonly Pair[], notes: ReadingNotes): DraftBody {
  const ids = new Map<string, string>();
  for (const { response } of pairs) if (!ids.has(response)) ids.set(response, newPartId());
  const premises = pairs
    .filter(({ premise }) => premise !== "")
    .map(({ premise, response }) => ({
      id: newPartId(),
      text: demanded(premise, notes),
      match: ids.get(response) ?? "",
    }));
  if (premises.length === 0) throw refusal("noAnswers");
  const responses = [...ids].map(([label, id]) => ({ id, label: demanded(label, notes) }));
  return { type: "matching", body: { ...commonOf(asked, notes), premises, responses, partial: "each" } };
}
