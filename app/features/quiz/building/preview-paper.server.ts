import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findDrawable, freezePlan } from "../freeze-plan.server.ts";
import { loadQuestions } from "../load-question.server.ts";
import { drawPaper, makePaper } from "../make-paper.server.ts";
import type { Paper } from "../paper.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

/** The paper that a seed draws from a quiz's draft as it is now, with the questions and their keys. Nothing is kept. */
export async function drawDraftPaper(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { seed, ...address }: QuizAddress & { seed: number },
) {
  const draft = await openQuizDraft({ db, actor }, address);
  const { course, plan, rules } = draft;
  const frozen = freezePlan(plan, await findDrawable(db, { courseId: course.id }));
  const drawn = drawPaper({ rules, plan: frozen, seed });
  const questions = await loadQuestions(
    db,
    drawn.map(({ versionId }) => versionId),
  );
  return { ...draft, frozen, questions, paper: makePaper({ rules, plan: frozen, drawn, seed, questions }) };
}

/** Tells one paper from another, so that answers to one are not graded by the other. */
export function paperMark({ slots }: Paper): string {
  return slots.map(({ versionId }) => versionId.replaceAll("-", "").slice(-8)).join("");
}

/**
 * A quiz's paper as a learner would be given it, drawn from the draft: questions without their keys. Throws 404 for
 * who may not edit the quiz.
 */
export async function previewPaper(ctx: Pick<PersonContext, "db" | "actor">, input: QuizAddress & { seed: number }) {
  const { course, lesson, paper } = await drawDraftPaper(ctx, input);
  return { course, lesson, paper, mark: paperMark(paper), seed: input.seed };
}
