import { z } from "zod";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { jsonField } from "#app/platform/http/json-field.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { gradePaper, totalOf } from "../grade-paper.server.ts";
import type { LoadedQuestion } from "../load-question.server.ts";
import { reveals } from "../quiz-rules-choices.ts";
import { reviewSlot, type SlotReview } from "../review-slot.server.ts";
import { shareOf } from "../standing.ts";
import type { QuizAddress } from "./open-quiz-draft.server.ts";
import { drawDraftPaper, paperMark } from "./preview-paper.server.ts";
import { seedSchema } from "./seed.ts";

const MOST_CHARACTERS = 1_000_000;
const answersSchema = z.record(z.string().regex(/^\d{1,5}$/), z.json());

export const checkPreviewSchema = z.object({
  seed: seedSchema,
  mark: z.string().max(100_000),
  /** By slot. */
  answers: jsonField(answersSchema, { longest: MOST_CHARACTERS }),
});

export type CheckedPreview = {
  slots: Record<string, SlotReview>;
  /** Thousandths; null where a person must grade something. */
  points: number | null;
  maxPoints: number;
  passed: boolean | null;
};

function fits({ type, body }: LoadedQuestion, value: unknown): boolean {
  return type.parseAnswer(value).ok && type.fits(body, value);
}

/**
 * Grades answers to a preview as an attempt would be, and shows everything: marks, remarks and keys. Nothing is kept.
 * Answers that do not fit their questions count as none. Throws `draftChanged` where the seed draws another paper by
 * now, and 404 for who may not edit the quiz.
 */
export async function checkPreview(
  ctx: Pick<PersonContext, "db" | "actor" | "locale">,
  { mark, answers: given, ...input }: QuizAddress & z.output<typeof checkPreviewSchema>,
): Promise<CheckedPreview> {
  const { paper, questions, rules } = await drawDraftPaper(ctx, input);
  if (paperMark(paper) !== mark)
    throw new ExpectedError({ code: "draftChanged", messageKey: "quiz-editor:errors.draftChanged" });
  const answers = new Map<number, unknown>();
  for (const { slot, versionId } of paper.slots) {
    const question = questions.get(versionId);
    const value = given[slot];
    if (question && value !== undefined && fits(question, value)) answers.set(slot, value);
  }
  const grades = gradePaper({ paper, answers, questions, corrections: new Map() });
  const { points, maxPoints } = totalOf(grades);
  const everything = new Set(reveals);
  const slots = grades.map(({ slot, versionId, points: earned, dropped }) => {
    const grade = { points: earned, dropped, comment: null, rubric: null, correction: null };
    const question = questions.get(versionId);
    return [slot, reviewSlot({ reveals: everything, question, answer: answers.get(slot), grade, locale: ctx.locale })];
  });
  const passed = points === null ? null : shareOf({ points, maxPoints }) >= rules.passPercent * 100;
  return { slots: Object.fromEntries(slots), points, maxPoints, passed };
}
