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
import { shuffledBlindly } from "../shuffle.ts";

const bodySchema = z
  .strictObject({
    ...commonBody,
    categories: z
      .array(z.strictObject({ id: partIdSchema, label: labelSchema }))
      .min(2, "quiz:problems.tooFewItems")
      .max(12),
    items: z
      .array(z.strictObject({ id: partIdSchema, text: markdownSchema, category: partIdSchema }))
      .min(2, "quiz:problems.tooFewItems")
      .max(60),
    partial: partialSchema,
  })
  .superRefine(({ categories, items }, issues) => {
    refuseSameIds(
      [
        [["categories"], categories],
        [["items"], items],
      ],
      issues,
    );
    const known = ids(categories);
    for (const [index, { category }] of items.entries()) {
      if (known.has(category)) continue;
      issues.addIssue({ code: "custom", path: ["items", index, "category"], message: "quiz:problems.unknownPart" });
    }
  });

const answerSchema = z.strictObject({ placed: z.record(partIdSchema, partIdSchema) });

export type CategoriseBody = z.infer<typeof bodySchema>;
export type CategoriseAnswer = z.infer<typeof answerSchema>;
export type CategoriseShown = {
  stem: Translated;
  categories: { id: string; label: Translated }[];
  items: { id: string; text: Translated }[];
};

/** Things to be sorted into a few kinds. */
export const categorise: QuestionType<CategoriseBody, CategoriseShown, CategoriseAnswer> = {
  name: "categorise",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => {
    const categories = [newId(), newId()].map((id) => ({ id, label: {} }));
    const items = categories.map(({ id }) => ({ id: newId(), text: {}, category: id }));
    return { stem: {}, categories, items, partial: "each" };
  },
  blank: { placed: {} },
  // Authors write the items kind by kind: their order is never shown.
  show: ({ stem, categories, items }, { random, text }) => ({
    stem: text(stem),
    categories,
    items: shuffledBlindly(items, random).map((item) => ({ id: item.id, text: text(item.text) })),
  }),
  fits: ({ categories, items }, { placed }) =>
    everyIn(Object.keys(placed), ids(items)) && everyIn(Object.values(placed), ids(categories)),
  isBlank: ({ placed }) => Object.keys(placed).length === 0,
  grade: (body, { placed }) => {
    const { parts, right } = gradeParts(body.items, ({ id, category }) =>
      placed[id] === undefined ? undefined : placed[id] === category,
    );
    return graded(body, { share: asShare(shareOfParts(right, body.items.length, body.partial)), parts });
  },
  key: ({ items }) => ({ placed: Object.fromEntries(items.map(({ id, category }) => [id, category])) }),
  texts: (body) => [...commonTexts(body), ...body.items.map(({ text }) => text)],
  labels: ({ categories }) => categories.map(({ label }) => label),
};
