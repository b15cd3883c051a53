import type { z } from "zod";
import type { QuizPlan } from "#app/features/quiz/quiz-plan.ts";
import type { QuizRules } from "#app/features/quiz/quiz-rules.ts";

export type Json = ReturnType<typeof z.json>["_output"];

/** A question of a course's bank as new papers would ask it. */
export type DraftQuestion = {
  id: string;
  name: string;
  type: string;
  /** Names of the category and of those around it, outermost first; empty where it lies in none. */
  category: string[];
  tags: string[];
  body: Record<string, Json>;
};

type PlanSection = QuizPlan["sections"][number];
type PlanSlot = PlanSection["slots"][number];

/** Categories are named by their path, since ids of categories differ from academy to academy. */
export type DraftSlot = Omit<PlanSlot, "from"> & {
  from: { questionId: string } | { pool: { category: string[] | null; tags: string[] } };
};

export type DraftQuiz = {
  rules: QuizRules;
  sections: (Omit<PlanSection, "slots"> & { slots: DraftSlot[] })[];
};

export type DraftBank = {
  /** Those that are not removed, by id. */
  questions: DraftQuestion[];
  /** Paths of all categories. */
  categories: string[][];
};
