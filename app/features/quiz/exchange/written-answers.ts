import type { Translated } from "#app/platform/i18n/locales.ts";
import type { AcceptedNumber } from "../question-types/numeric/accept-number.ts";
import { readShare, type Share } from "../question-types/share.ts";
import type { AcceptedText } from "../question-types/short-text/accept-text.ts";
import { readPattern } from "../question-types/short-text/text-pattern.ts";
import { lose } from "./reading-notes.ts";
import { type WritingNotes, writtenRemark } from "./written-text.ts";

/** What of a hundred a share is, to five decimals, as Moodle keeps it. */
export function percentOf(share: Share): number {
  const { n, d } = readShare(share);
  return Number(((Number(n) / Number(d)) * 100).toFixed(5));
}

export type WrittenAnswer = { text: string; percent: number; remark: string };

const MOST_EXPANDED = 20;

/** A pattern of ours in patterns of Moodle, which know "*" alone. */
function expanded(pattern: string, notes: WritingNotes): string[] {
  const tokens = readPattern(pattern) ?? [];
  let texts = [""];
  for (const token of tokens) {
    const choices = token === "any" ? ["*"] : token.map((letters) => letters.replaceAll("*", "\\*"));
    if (choices.length > 1) lose(notes, "pattern", { pattern });
    texts = texts.flatMap((text) => choices.map((choice) => text + choice)).slice(0, MOST_EXPANDED);
  }
  return [...new Set(texts)].filter((text) => text.trim() !== "");
}

/** Accepted texts as Moodle's formats have them. */
export function writtenTexts(accepted: readonly AcceptedText[], notes: WritingNotes): WrittenAnswer[] {
  return accepted.flatMap(({ text, pattern, share = 1, remark }) => {
    const texts = pattern ? expanded(text, notes) : [text.trim().replaceAll("*", "\\*")];
    return texts.map((one) => ({ text: one, percent: percentOf(share), remark: writtenRemark(remark, notes) }));
  });
}

export type WrittenNumber = { percent: number; remark: string } & (
  | { from: number; to: number }
  | { value: number; off: number }
);

function offBy(answer: Extract<AcceptedNumber, { value: number }>, notes: WritingNotes): number {
  const { value, tolerance } = answer;
  if (!tolerance) return 0;
  if (tolerance.kind === "absolute") return tolerance.by;
  lose(notes, "tolerance");
  if (tolerance.kind === "relative") return Number((Math.abs(value) * tolerance.by).toPrecision(12));
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) - tolerance.figures + 1;
  return Number((0.5 * 10 ** size).toPrecision(12));
}

/** Accepted numbers as Moodle's formats have them: a range, or a value with how far one may be off. */
export function writtenNumbers(answers: readonly AcceptedNumber[], notes: WritingNotes): WrittenNumber[] {
  return answers.map((answer) => {
    const common = { percent: percentOf(answer.share ?? 1), remark: writtenRemark(answer.remark, notes) };
    if ("from" in answer) return { ...common, from: answer.from, to: answer.to };
    return { ...common, value: answer.value, off: offBy(answer, notes) };
  });
}

type Feedback = Partial<Record<"right" | "partly" | "wrong" | "always", Translated | undefined>>;

/** Names as lost the general remarks that a format has no place for. */
export function loseFeedback(feedback: Feedback | undefined, kinds: (keyof Feedback)[], notes: WritingNotes): void {
  for (const kind of kinds) if (feedback?.[kind]) lose(notes, "feedback", { kind });
}
