import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { commonBody, commonTexts, everyIn, ids, markdownSchema, partIdSchema, refuseSameIds } from "../body-parts.ts";
import { graded, gradeParts } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";
import { asShare, rational } from "../rational.ts";
import { shuffledBlindly } from "../shuffle.ts";

const bodySchema = z
  .strictObject({
    ...commonBody,
    /** In the right order. */
    items: z
      .array(z.strictObject({ id: partIdSchema, text: markdownSchema }))
      .min(2, "quiz:problems.tooFewItems")
      .max(50),
    /** All or nothing; the share of neighbours that follow each other rightly; or that of items in their places. */
    partial: z.enum(["none", "pairs", "positions"]),
  })
  .superRefine(({ items }, issues) => refuseSameIds([[["items"], items]], issues));

const answerSchema = z.strictObject({
  order: z
    .array(partIdSchema)
    .max(50)
    .refine((order) => new Set(order).size === order.length),
});

export type OrderingBody = z.infer<typeof bodySchema>;
export type OrderingAnswer = z.infer<typeof answerSchema>;
export type OrderingShown = { stem: Translated; items: { id: string; text: Translated }[] };

function shareOf({ items, partial }: OrderingBody, order: readonly string[]) {
  const inPlace = items.filter(({ id }, index) => order[index] === id).length;
  if (partial === "none") return rational(inPlace === items.length ? 1 : 0);
  if (partial === "positions") return rational(inPlace, items.length);
  const follows = new Map(items.map(({ id }, index) => [id, items[index + 1]?.id]));
  const pairs = order.filter((id, index) => index + 1 < order.length && follows.get(id) === order[index + 1]);
  return rational(pairs.length, items.length - 1);
}

/** Things to put in order. */
export const ordering: QuestionType<OrderingBody, OrderingShown, OrderingAnswer> = {
  name: "ordering",
  body: bodySchema,
  answer: answerSchema,
  start: (newId) => ({
    stem: {},
    items: [
      { id: newId(), text: {} },
      { id: newId(), text: {} },
    ],
    partial: "pairs",
  }),
  blank: { order: [] },
  show: ({ stem, items }, { random, text }) => ({
    stem: text(stem),
    items: shuffledBlindly(items, random).map((item) => ({ id: item.id, text: text(item.text) })),
  }),
  fits: ({ items }, { order }) => order.length === 0 || (order.length === items.length && everyIn(order, ids(items))),
  isBlank: ({ order }) => order.length === 0,
  grade: (body, { order }) => {
    const { parts } = gradeParts(body.items, ({ id }, index) => (order.length === 0 ? undefined : order[index] === id));
    return graded(body, { share: asShare(shareOf(body, order)), parts });
  },
  key: ({ items }) => ({ order: items.map(({ id }) => id) }),
  texts: (body) => [...commonTexts(body), ...body.items.map(({ text }) => text)],
  labels: () => [],
};
