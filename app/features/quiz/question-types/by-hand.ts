import { z } from "zod";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type CommonBody, commonBody, commonTexts, markdownSchema, present } from "./body-parts.ts";
import { graded } from "./grade-parts.ts";
import type { Grade, ShowOptions } from "./question-type.ts";
import { type Rubric, rubricLabels, rubricSchema, rubricTexts } from "./rubric.ts";

/** What every question has that a person grades. */
export const byHandBody = {
  ...commonBody,
  rubric: rubricSchema,
  /** Whether learners see the rubric while they work. */
  showRubric: z.boolean().optional(),
  /** What a good answer is like, for those who grade. */
  model: markdownSchema.optional(),
};

type ByHandBody = CommonBody & { rubric: Rubric; showRubric?: boolean | undefined; model?: Translated | undefined };

/** The rubric for learners, its texts as HTML; empty where they are not to see it. */
export function showRubric({ rubric, showRubric }: ByHandBody, text: ShowOptions["text"]): Rubric {
  if (!showRubric) return [];
  return rubric.map(({ description, ...criterion }) => ({
    ...criterion,
    ...(description ? { description: text(description) } : {}),
  }));
}

/** Nothing for a blank answer; for any other, nobody knows before it is graded. */
export function awaitGrade(body: ByHandBody, isBlank: boolean): Grade {
  if (isBlank) return graded(body, { share: 0, parts: {} });
  return { share: null, parts: {}, remarks: present([body.feedback?.always]) };
}

export const byHandTexts = (body: ByHandBody): Translated[] =>
  present([...commonTexts(body), body.model, ...rubricTexts(body.rubric)]);

export const byHandLabels = ({ rubric }: ByHandBody): Translated[] => rubricLabels(rubric);
