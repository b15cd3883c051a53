import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import {
  commonBody,
  commonTexts,
  everyIn,
  ids,
  labelSchema,
  markdownSchema,
  partIdSchema,
  partialSchema,
  refuseSameIds,
} from "../body-parts.ts";
import { graded, gradeParts, shareOfParts } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare } from "../rational.ts";
import { shuffled, shuffledBlindly } from "../shuffle.ts";

const bodySchema = z
  .strictObject({
    ...commonBody,
    premises: z
      .array(z.strictObject({ id: partIdSchema, text: markdownSchema, match: partIdSchema }))
      .min(1)
      .max(50),
    /** More than there are premises for distract; one may match several. */
    responses: z
      .array(z.strictObject({ id: partIdSchema, label: labelSchema }))
      .min(2, "quiz:problems.tooFewItems")
      .max(80),
    partial: partialSchema,
  })
  .superRefine(({ premises, responses }, issues) => {
    refuseSameIds(
      [
        [["premises"], premises],
        [["responses"], responses],
      ],
      issues,
    );
    const known = ids(responses);
    for (const [index, { match }] of premises.entries()) {
      if (known.has(match)) continue;
      issues.addIssue({ code: "custom", path: ["premises", index, "match"], message: "quiz:problems.unknownPart" });
    }
  });

const answerSchema = z.strictObject({ pairs: z.record(partIdSchema, partIdSchema) });

export type MatchingBody = z.infer<typeof bodySchema>;
export type MatchingAnswer = z.infer<typeof answerSchema>;
export type MatchingShown = {
  stem: Translated;
  premises: { id: string; text: Translated }[];
  responses: { id: string; label: Translated }[];
};

/** Each of some things belongs to one of others. */
export const matching: QuestionType<MatchingBody, MatchingShown, MatchingAnswer> = {
  name: "matching",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => {
    const responses = [newId(), newId()].map((id) => ({ id, label: {} }));
    const premises = responses.map(({ id }) => ({ id: newId(), text: {}, match: id }));
    return { stem: {}, premises, responses, partial: "each" };
  },
  blank: { pairs: {} },
  show: (body, { shuffle, random, text }) => {
    const premises = shuffle ? shuffled(body.premises, random) : body.premises;
    return {
      stem: text(body.stem),
      premises: premises.map((premise) => ({ id: premise.id, text: text(premise.text) })),
      responses: shuffledBlindly(body.responses, random),
    };
  },
  fits: ({ premises, responses }, { pairs }) =>
    everyIn(Object.keys(pairs), ids(premises)) && everyIn(Object.values(pairs), ids(responses)),
  isBlank: ({ pairs }) => Object.keys(pairs).length === 0,
  grade: (body, { pairs }) => {
    const { parts, right } = gradeParts(body.premises, ({ id, match }) =>
      pairs[id] === undefined ? undefined : pairs[id] === match,
    );
    return graded(body, { share: asShare(shareOfParts(right, body.premises.length, body.partial)), parts });
  },
  key: ({ premises }) => ({ pairs: Object.fromEntries(premises.map(({ id, match }) => [id, match])) }),
  texts: (body) => [...commonTexts(body), ...body.premises.map(({ text }) => text)],
  labels: ({ responses }) => responses.map(({ label }) => label),
};
