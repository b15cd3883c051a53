import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { commonBody, commonTexts, ids, markdownSchema, partIdSchema, present, refuseSameIds } from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare } from "../rational.ts";
import { readShare, type Share, shareSchema } from "../share.ts";
import { shuffledAround } from "../shuffle.ts";

const choiceSchema = z.strictObject({
  id: partIdSchema,
  text: markdownSchema,
  /** What choosing it earns; nothing unless said. */
  share: shareSchema.optional(),
  remark: markdownSchema.optional(),
  /** Stays in its place when the others are shuffled: «none of these». */
  fixed: z.boolean().optional(),
});

const earned = (choice: { share?: Share | undefined }) => asShare(readShare(choice.share ?? 0));

const bodySchema = z
  .strictObject({
    ...commonBody,
    choices: z.array(choiceSchema).min(2, "quiz:problems.tooFewChoices").max(50),
    /** Never shuffled: the order says something, as that of years does. */
    keepOrder: z.boolean().optional(),
  })
  .superRefine(({ choices }, issues) => {
    refuseSameIds([[["choices"], choices]], issues);
    if (choices.some((choice) => earned(choice) === 1)) return;
    issues.addIssue({ code: "custom", path: ["choices"], message: "quiz:problems.noRightChoice" });
  });

const answerSchema = z.strictObject({ choice: partIdSchema.nullable() });

export type SingleChoiceBody = z.infer<typeof bodySchema>;
export type SingleChoiceAnswer = z.infer<typeof answerSchema>;
export type SingleChoiceShown = { stem: Translated; choices: { id: string; text: Translated }[] };

/** One of several is to be chosen; others than the right one may earn a part. */
export const singleChoice: QuestionType<SingleChoiceBody, SingleChoiceShown, SingleChoiceAnswer> = {
  name: "single-choice",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({
    stem: {},
    choices: [
      { id: newId(), text: {}, share: 1 },
      { id: newId(), text: {} },
    ],
  }),
  blank: { choice: null },
  show: (body, { shuffle, random, text }) => {
    const choices = shuffle && !body.keepOrder ? shuffledAround(body.choices, random) : body.choices;
    return { stem: text(body.stem), choices: choices.map((choice) => ({ id: choice.id, text: text(choice.text) })) };
  },
  fits: ({ choices }, { choice }) => choice === null || ids(choices).has(choice),
  isBlank: ({ choice }) => choice === null,
  grade: (body, { choice }) => {
    const chosen = body.choices.find(({ id }) => id === choice);
    const share = chosen ? earned(chosen) : 0;
    const missed = body.choices.flatMap((other) => (share < 1 && earned(other) === 1 ? [[other.id, "missed"]] : []));
    const own = chosen ? { [chosen.id]: share === 1 ? ("right" as const) : ("wrong" as const) } : {};
    return graded(body, { share, parts: { ...Object.fromEntries(missed), ...own }, remarks: [chosen?.remark] });
  },
  key: ({ choices }) => ({ choice: choices.find((choice) => earned(choice) === 1)?.id ?? null }),
  texts: (body) => present([...commonTexts(body), ...body.choices.flatMap(({ text, remark }) => [text, remark])]),
  labels: () => [],
};
