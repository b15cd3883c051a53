import { type Drawn, drawQuestions, seededRandom } from "./draw-questions.ts";
import type { LoadedQuestion } from "./load-question.server.ts";
import { type Paper, shownSchema } from "./paper.ts";
import type { FrozenPlan } from "./quiz-plan.ts";
import type { QuizRules } from "./quiz-rules.ts";

/** Which versions the paper of this seed has; the same plan and seed give the same ones. */
export function drawPaper({ rules, plan, seed }: { rules: QuizRules; plan: FrozenPlan; seed: number }) {
  return drawQuestions({ plan, shuffle: rules.shuffleQuestions, random: seededRandom(seed) });
}

/**
 * The paper that `seed` makes: questions as they are shown, without keys, in the order in which they will stay.
 * `questions` holds at least those that were drawn.
 */
export function makePaper({
  rules,
  plan,
  seed,
  questions,
  drawn = drawPaper({ rules, plan, seed }),
}: {
  rules: QuizRules;
  plan: FrozenPlan;
  seed: number;
  questions: ReadonlyMap<string, LoadedQuestion>;
  /** What `drawPaper` gave for this seed, where that was asked already. */
  drawn?: readonly Drawn[];
}): Paper {
  const { password: _, ...shownRules } = rules;
  // Apart from the draw, so that a question that shuffles more or less moves no other.
  const slots = drawn.map(({ section, points, versionId }, index) => {
    const question = questions.get(versionId);
    if (!question) throw new Error(`The question of version ${versionId} was not loaded`);
    const { type, body, text, media } = question;
    const random = seededRandom(seed + index + 1);
    const shown = shownSchema.parse(type.show(body, { shuffle: rules.shuffleChoices, random, text, media }));
    return { slot: index + 1, section, points, versionId, type: type.name, shown };
  });
  const sections = plan.sections.map(({ id, titles }) => ({ id, titles }));
  return { rules: shownRules, sections, slots };
}

/** Thousandths of a point that a paper can earn. */
export function pointsOf(paper: Paper): number {
  return paper.slots.reduce((sum, { points }) => sum + points, 0);
}
