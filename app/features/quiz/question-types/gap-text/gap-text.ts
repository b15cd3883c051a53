import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";
import {
  commonBody,
  commonTexts,
  everyIn,
  ids,
  markdownSchema,
  partIdSchema,
  partialSchema,
  present,
  refuseSameIds,
} from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { Grade, QuestionType } from "../question-type.ts";
import { asShare, multiply, rational, sum } from "../rational.ts";
import { shuffled } from "../shuffle.ts";
import { type Gap, gapSchema, isWhole, judgeGap, keyOfGap } from "./gap.ts";
import { gapsOf } from "./gap-marks.ts";

/** Gaps that a text of some language lacks, has twice, or has beside those that there are. */
function strayMarks(text: Translated, gaps: readonly Gap[]): string[] {
  const known = ids(gaps);
  return Object.values(text).flatMap((written) => {
    const marks = gapsOf(written);
    const missing = gaps.filter(({ id }) => marks.filter((mark) => mark === id).length !== 1).map(({ id }) => id);
    return [...missing, ...marks.filter((mark) => !known.has(mark))];
  });
}

const choicesOf = (gap: Gap) => (gap.kind === "choices" ? gap.choices : []);

const bodySchema = z
  .strictObject({
    ...commonBody,
    /** The text with its gaps, each marked by its id: `{{gap-1}}`. */
    text: markdownSchema,
    gaps: z.array(gapSchema).min(1).max(60),
    partial: partialSchema,
  })
  .superRefine(({ text, gaps }, issues) => {
    const refuse = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
    const choices = gaps.map((gap, index): [(string | number)[], { id: string }[]] => [
      ["gaps", index, "choices"],
      choicesOf(gap),
    ]);
    refuseSameIds([[["gaps"], gaps], ...choices], issues);
    for (const mark of new Set(strayMarks(text, gaps))) {
      refuse(["text"], withValues("quiz:problems.gapMarks", { mark }));
    }
    for (const [index, gap] of gaps.entries()) {
      if (keyOfGap(gap) === null) refuse(["gaps", index], "quiz:problems.noRightChoice");
    }
  });

const answerSchema = z.strictObject({ gaps: z.record(partIdSchema, z.string().max(300)) });

export type GapTextBody = z.infer<typeof bodySchema>;
export type GapTextAnswer = z.infer<typeof answerSchema>;
export type GapTextShown = {
  stem: Translated;
  /** HTML with the marks of the gaps in it. */
  text: Translated;
  gaps: { id: string; kind: "choices" | "text" | "number"; choices: { id: string; label: Translated }[] }[];
};

function gradeGaps(body: GapTextBody, given: GapTextAnswer["gaps"]): Grade {
  const judged = body.gaps.map((gap) => ({ gap, said: given[gap.id] ?? "", ...judgeGap(gap, given[gap.id] ?? "") }));
  const parts: Grade["parts"] = {};
  for (const { gap, said, share } of judged) {
    parts[gap.id] = isWhole(share) ? "right" : said.trim() === "" ? "missed" : "wrong";
  }
  const weightOf = ({ weight = 1 }: Gap) => rational(weight);
  const all = sum(body.gaps.map(weightOf));
  const earned = sum(judged.map(({ gap, share }) => multiply(share, weightOf(gap))));
  const each = asShare(multiply(earned, { n: all.d, d: all.n }));
  const share = body.partial === "each" ? each : Number(each === 1);
  return graded(body, { share, parts, remarks: judged.map(({ remark }) => remark) });
}

/** A text with gaps to fill, by choosing or by writing. */
export const gapText: QuestionType<GapTextBody, GapTextShown, GapTextAnswer> = {
  name: "gap-text",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({
    stem: {},
    text: {},
    gaps: [{ id: newId(), kind: "text", accepted: [{ id: newId(), text: "" }] }],
    partial: "each",
  }),
  blank: { gaps: {} },
  show: (body, { shuffle, random, text }) => ({
    stem: text(body.stem),
    text: text(body.text),
    gaps: body.gaps.map((gap) => {
      const choices = choicesOf(gap).map(({ id, label }) => ({ id, label }));
      return { id: gap.id, kind: gap.kind, choices: shuffle ? shuffled(choices, random) : choices };
    }),
  }),
  fits: (body, { gaps }) =>
    everyIn(Object.keys(gaps), ids(body.gaps)) &&
    body.gaps.every((gap) => {
      const given = gaps[gap.id] ?? "";
      return gap.kind !== "choices" || given === "" || gap.choices.some(({ id }) => id === given);
    }),
  isBlank: ({ gaps }) => Object.values(gaps).every((given) => given.trim() === ""),
  grade: (body, { gaps }) => gradeGaps(body, gaps),
  key: ({ gaps }, locale) => ({
    gaps: Object.fromEntries(gaps.map((gap) => [gap.id, keyOfGap(gap, locale) ?? ""])),
  }),
  texts: (body) => {
    const remarks = body.gaps.flatMap((gap) => {
      const accepted = gap.kind === "text" ? gap.accepted : gap.kind === "number" ? gap.answers : [];
      return accepted.map(({ remark }) => remark);
    });
    return present([...commonTexts(body), body.text, ...remarks]);
  },
  labels: ({ gaps }) => gaps.flatMap((gap) => choicesOf(gap).map(({ label }) => label)),
};
