import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import {
  commonBody,
  commonTexts,
  everyIn,
  ids,
  markdownSchema,
  partIdSchema,
  present,
  refuseSameIds,
} from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { Grade, QuestionType } from "../question-type.ts";
import { asShare, compare, one, type Rational, rational, sum, zero } from "../rational.ts";
import { readShare, signedShareSchema } from "../share.ts";
import { shuffledAround } from "../shuffle.ts";

const choiceSchema = z.strictObject({
  id: partIdSchema,
  text: markdownSchema,
  right: z.boolean(),
  /** What choosing it adds or takes away; said where the rule is "weights", and only there. */
  share: signedShareSchema.optional(),
  remark: markdownSchema.optional(),
  /** Stays in its place when the others are shuffled. */
  fixed: z.boolean().optional(),
});

const bodySchema = z
  .strictObject({
    ...commonBody,
    choices: z.array(choiceSchema).min(2, "quiz:problems.tooFewChoices").max(50),
    /**
     * All or nothing; right choices less wrong ones, divided by all the right ones that there are; or what each choice
     * weighs. Never below nothing.
     */
    rule: z.enum(["all-or-nothing", "right-minus-wrong", "weights"]),
    /** No more than so many may be chosen. */
    most: z.int().min(1).max(50).optional(),
    keepOrder: z.boolean().optional(),
  })
  .superRefine((body, issues) => {
    const refuse = (path: (string | number)[], message: string) => issues.addIssue({ code: "custom", path, message });
    refuseSameIds([[["choices"], body.choices]], issues);
    const right = body.choices.filter((choice) => choice.right);
    if (right.length === 0) refuse(["choices"], "quiz:problems.noRightChoice");
    if (body.most !== undefined && body.most < right.length) refuse(["most"], "quiz:problems.mostTooSmall");
    if (body.rule !== "weights") return;
    body.choices.forEach((choice, index) => {
      const isGain = compare(readShare(choice.share ?? 0), zero) > 0;
      if (isGain !== choice.right) refuse(["choices", index, "share"], "quiz:problems.weightSign");
    });
    if (compare(sum(right.map(({ share }) => readShare(share ?? 0))), one) !== 0) {
      refuse(["choices"], "quiz:problems.weightSum");
    }
  });

const answerSchema = z.strictObject({
  choices: z
    .array(partIdSchema)
    .max(50)
    .refine((list) => new Set(list).size === list.length),
});

export type MultipleChoiceBody = z.infer<typeof bodySchema>;
export type MultipleChoiceAnswer = z.infer<typeof answerSchema>;
export type MultipleChoiceShown = {
  stem: Translated;
  choices: { id: string; text: Translated }[];
  most?: number | undefined;
};

function shareOf({ choices, rule }: MultipleChoiceBody, chosen: ReadonlySet<string>): Rational {
  const picked = choices.filter(({ id }) => chosen.has(id));
  if (rule === "weights") return sum(picked.map(({ share }) => readShare(share ?? 0)));
  const all = choices.filter(({ right }) => right).length;
  const hits = picked.filter(({ right }) => right).length;
  const faults = picked.length - hits;
  if (rule === "all-or-nothing") return rational(hits === all && faults === 0 ? 1 : 0);
  return rational(hits - faults, all);
}

/** Any number of several are to be chosen. */
export const multipleChoice: QuestionType<MultipleChoiceBody, MultipleChoiceShown, MultipleChoiceAnswer> = {
  name: "multiple-choice",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({
    stem: {},
    choices: [
      { id: newId(), text: {}, right: true },
      { id: newId(), text: {}, right: false },
    ],
    rule: "all-or-nothing",
  }),
  blank: { choices: [] },
  show: (body, { shuffle, random, text }) => {
    const choices = shuffle && !body.keepOrder ? shuffledAround(body.choices, random) : body.choices;
    return {
      stem: text(body.stem),
      choices: choices.map((choice) => ({ id: choice.id, text: text(choice.text) })),
      ...(body.most === undefined ? {} : { most: body.most }),
    };
  },
  fits: (body, { choices }) =>
    everyIn(choices, ids(body.choices)) && choices.length <= (body.most ?? body.choices.length),
  isBlank: ({ choices }) => choices.length === 0,
  grade: (body, answer) => {
    const chosen = new Set(answer.choices);
    const parts: Grade["parts"] = {};
    for (const { id, right } of body.choices) {
      if (chosen.has(id)) parts[id] = right ? "right" : "wrong";
      else if (right) parts[id] = "missed";
    }
    const remarks = body.choices.filter(({ id }) => chosen.has(id)).map(({ remark }) => remark);
    return graded(body, { share: asShare(shareOf(body, chosen)), parts, remarks });
  },
  key: ({ choices }) => ({ choices: choices.filter(({ right }) => right).map(({ id }) => id) }),
  texts: (body) => present([...commonTexts(body), ...body.choices.flatMap(({ text, remark }) => [text, remark])]),
  labels: () => [],
};
