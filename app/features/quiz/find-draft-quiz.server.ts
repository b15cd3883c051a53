import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { windowFor } from "./attempt-window.ts";
import { type QuizView, tellRules } from "./find-quiz.server.ts";
import { findDrawable, freezePlan } from "./freeze-plan.server.ts";
import { quizPlanSchema } from "./quiz-plan.ts";
import { quizRulesSchema } from "./quiz-rules.ts";

/** The quiz of a draft as its page would tell it to somebody who does not learn there. Asks nobody's permission. */
export async function unsafeFindDraftQuiz(
  db: DbOrTx,
  { lessonId, courseId }: { lessonId: string; courseId: string },
): Promise<QuizView | null> {
  const draft = await db.quiz.findUnique({ where: { lessonId }, select: { rules: true, plan: true } });
  if (!draft) return null;
  const rules = quizRulesSchema.parse(draft.rules);
  const plan = freezePlan(quizPlanSchema.parse(draft.plan), await findDrawable(db, { courseId }));
  return { ...tellRules({ rules, plan, window: windowFor(rules, { own: null, cohort: null }) }), learner: null };
}
