import type { QuizRules, Reveal } from "./quiz-rules.ts";

/**
 * What a learner may see of her attempt that is over: what the rules show after submitting, and after the quiz has
 * closed to her what they show then. Without a closing, what they show after submitting holds for good.
 */
export function revealsFor(
  rules: Pick<QuizRules, "revealAfterSubmitting" | "revealAfterClosing">,
  { closesAt, now }: { closesAt: Date | null; now: Date },
): ReadonlySet<Reveal> {
  const closed = closesAt !== null && closesAt <= now;
  return new Set(closed ? rules.revealAfterClosing : rules.revealAfterSubmitting);
}
