import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { commonBody, commonTexts, markdownSchema, present } from "../body-parts.ts";
import { graded } from "../grade-parts.ts";
import type { QuestionType } from "../question-type.ts";

const bodySchema = z.strictObject({
  ...commonBody,
  /** Whether what the stem says is so. */
  right: z.boolean(),
  /** To those who answered so. */
  remarks: z.strictObject({ true: markdownSchema.optional(), false: markdownSchema.optional() }).optional(),
});

const answerSchema = z.strictObject({ value: z.boolean().nullable() });

export type TrueFalseBody = z.infer<typeof bodySchema>;
export type TrueFalseAnswer = z.infer<typeof answerSchema>;
export type TrueFalseShown = { stem: Translated };

/** A statement that is so or is not. */
export const trueFalse: QuestionType<TrueFalseBody, TrueFalseShown, TrueFalseAnswer> = {
  name: "true-false",
  body: bodySchema,
  answer: answerSchema,
  start: () => ({ stem: {}, right: true }),
  blank: { value: null },
  show: ({ stem }, { text }) => ({ stem: text(stem) }),
  fits: () => true,
  isBlank: ({ value }) => value === null,
  grade: (body, { value }) => {
    if (value === null) return graded(body, { share: 0, parts: { answer: "missed" } });
    const remark = value ? body.remarks?.true : body.remarks?.false;
    const isRight = value === body.right;
    return graded(body, { share: isRight ? 1 : 0, parts: { answer: isRight ? "right" : "wrong" }, remarks: [remark] });
  },
  key: ({ right }) => ({ value: right }),
  texts: (body) => present([...commonTexts(body), body.remarks?.true, body.remarks?.false]),
  labels: () => [],
};
