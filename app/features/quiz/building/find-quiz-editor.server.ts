import { isDeepStrictEqual } from "node:util";
import { findTextTitles } from "#app/features/lesson/editing/find-text-titles.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { findDrawable, freezePlan } from "../freeze-plan.server.ts";
import { frozenPlanSchema } from "../quiz-plan.ts";
import { quizRulesSchema } from "../quiz-rules.ts";
import { versionOf } from "./draft-version.ts";
import { findBankChoices } from "./find-bank-choices.server.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";
import { findFixedQuestions, findSlotStandings } from "./plan-pieces.server.ts";

/** How the quiz that learners sit stands to the draft; null where no release has it. */
export type ReleasedQuiz = { number: number; at: Date; same: boolean } | null;

/** All that the page shows on which a quiz is built. Throws 404 for who may not edit it. */
export async function findQuizEditor({ db, actor }: Pick<PersonContext, "db" | "actor">, address: QuizAddress) {
  const draft = await openQuizDraft({ db, actor }, address);
  const { course, lesson, rules, plan } = draft;
  const frozen = freezePlan(plan, await findDrawable(db, { courseId: course.id }));
  const [texts, questions, choices, slots, released, accommodations] = await Promise.all([
    findTextTitles(db, { lessonId: lesson.id, locales: course.locales }),
    findFixedQuestions(db, { plan, courseId: course.id }),
    findBankChoices(db, { courseId: course.id }),
    findSlotStandings(db, { frozen, locales: course.locales }),
    findReleased(db, { courseId: course.id, lessonId: lesson.id, draft: { rules, plan: frozen } }),
    db.quizAccommodation.count({ where: { lessonId: lesson.id } }),
  ]);
  const versions = { rules: versionOf(rules), plan: versionOf(plan) };
  return { course, lesson, texts, rules, plan, versions, questions, choices, slots, released, accommodations };
}

async function findReleased(
  db: DbOrTx,
  { courseId, lessonId, draft }: { courseId: string; lessonId: string; draft: object },
): Promise<ReleasedQuiz> {
  const quiz = await db.releaseQuiz.findFirst({
    where: { lessonId, releaseLesson: { release: { courseId, currentOf: { id: courseId } } } },
    select: {
      ...{ rules: true, plan: true },
      releaseLesson: { select: { release: { select: { number: true, createdAt: true } } } },
    },
  });
  if (!quiz) return null;
  const { number, createdAt } = quiz.releaseLesson.release;
  const shown = { rules: quizRulesSchema.parse(quiz.rules), plan: frozenPlanSchema.parse(quiz.plan) };
  return { number, at: createdAt, same: isDeepStrictEqual(shown, draft) };
}
