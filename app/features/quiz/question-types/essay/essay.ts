import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { awaitGrade, byHandBody, byHandLabels, byHandTexts, showRubric } from "../by-hand.ts";
import type { QuestionType } from "../question-type.ts";
import type { Rubric } from "../rubric.ts";

const wordCount = z.int().min(1).max(20_000);

const bodySchema = z.strictObject({
  ...byHandBody,
  /** What is asked for; an answer beyond it is kept all the same, and those who grade see its length. */
  words: z
    .strictObject({ least: wordCount.optional(), most: wordCount.optional() })
    .refine(({ least = 1, most = least }) => least <= most, {
      path: ["most"],
      message: "quiz:problems.endBeforeBeginning",
    })
    .optional(),
  /** Lines to write on, on paper. */
  lines: z.int().min(1).max(200).optional(),
});

const answerSchema = z.strictObject({ text: z.string().max(200_000) });

export type EssayBody = z.infer<typeof bodySchema>;
export type EssayAnswer = z.infer<typeof answerSchema>;
export type EssayShown = {
  stem: Translated;
  words: { least?: number | undefined; most?: number | undefined };
  lines: number;
  rubric: Rubric;
};

/** A text of one's own, graded by a person. */
export const essay: QuestionType<EssayBody, EssayShown, EssayAnswer> = {
  name: "essay",
  body: bodySchema,
  answer: answerSchema,
  start: () => ({ stem: {}, rubric: [] }),
  blank: { text: "" },
  show: (body, { text }) => ({
    stem: text(body.stem),
    words: body.words ?? {},
    lines: body.lines ?? 15,
    rubric: showRubric(body, text),
  }),
  fits: () => true,
  isBlank: ({ text }) => text.trim() === "",
  grade: (body, { text }) => awaitGrade(body, text.trim() === ""),
  key: () => null,
  texts: byHandTexts,
  labels: byHandLabels,
  rubric: (body) => body.rubric,
};
