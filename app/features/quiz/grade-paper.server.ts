import type { LoadedQuestion } from "./load-question.server.ts";
import type { Paper } from "./paper.ts";

export type GradedSlot = {
  slot: number;
  versionId: string;
  /** Thousandths of a point; null where a person must grade it. */
  points: number | null;
  maxPoints: number;
};

/**
 * What the answers to a paper earn. `questions` are those by whose key it is graded, by the version on the paper:
 * after a correction another version's. An answer that is not there earns nothing.
 */
export function gradePaper({
  paper,
  answers,
  questions,
}: {
  paper: Paper;
  answers: ReadonlyMap<number, unknown>;
  questions: ReadonlyMap<string, LoadedQuestion>;
}): GradedSlot[] {
  return paper.slots.map(({ slot, versionId, points: maxPoints }) => {
    const question = questions.get(versionId);
    if (!question) throw new Error(`The question of version ${versionId} was not loaded`);
    const answer = answers.get(slot);
    return { slot, versionId, maxPoints, points: pointsFor(question, { answer, maxPoints }) };
  });
}

function pointsFor(
  { type, body }: LoadedQuestion,
  { answer, maxPoints }: { answer: unknown; maxPoints: number },
): number | null {
  if (answer === undefined || type.isBlank(answer)) return 0;
  const { share } = type.grade(body, answer);
  return share === null ? null : Math.round(share * maxPoints);
}

/** The sum, or null while some slot waits for a person. */
export function pointsEarned(slots: readonly Pick<GradedSlot, "points">[]): number | null {
  return slots.reduce<number | null>((sum, { points }) => (sum === null || points === null ? null : sum + points), 0);
}
