import type { Correction } from "./corrections.ts";
import type { LoadedQuestion } from "./load-question.server.ts";
import type { PaperOutline } from "./paper.ts";

export type GradedSlot = {
  slot: number;
  versionId: string;
  gradedByVersionId: string;
  correctionId: string | null;
  /** It counts for nobody. */
  dropped: boolean;
  /** Thousandths of a point; null where a person must grade it. */
  points: number | null;
  maxPoints: number;
};

/**
 * What the answers to a paper earn, each by the key of its question as it was sat or as it has been corrected since.
 * `questions` holds them all. An answer that is not there earns nothing.
 */
export function gradePaper({
  paper,
  answers,
  questions,
  corrections,
}: {
  paper: PaperOutline;
  answers: ReadonlyMap<number, unknown>;
  questions: ReadonlyMap<string, LoadedQuestion>;
  corrections: ReadonlyMap<string, Correction>;
}): GradedSlot[] {
  return paper.slots.map(({ slot, versionId, points: maxPoints }) => {
    const correction = corrections.get(versionId);
    const gradedByVersionId = correction?.correctedById ?? versionId;
    const question = questions.get(gradedByVersionId);
    if (!question) throw new Error(`The question of version ${gradedByVersionId} was not loaded`);
    const points = pointsFor(question, { answer: answers.get(slot), maxPoints });
    const dropped = correction !== undefined && correction.correctedById === null;
    return { slot, versionId, gradedByVersionId, correctionId: correction?.id ?? null, dropped, points, maxPoints };
  });
}

/** Thousandths of a point that an answer earns of `maxPoints`; null where a person must say. */
export function pointsFor(
  { type, body }: Pick<LoadedQuestion, "type" | "body">,
  { answer, maxPoints }: { answer: unknown; maxPoints: number },
): number | null {
  if (answer === undefined || type.isBlank(answer)) return 0;
  const { share } = type.grade(body, answer);
  return share === null ? null : Math.round(share * maxPoints);
}

/** What counts of a paper: the points earned, or null while some slot waits for a person, and all that can be. */
export function totalOf(slots: readonly Pick<GradedSlot, "points" | "maxPoints" | "dropped">[]) {
  const counted = slots.filter(({ dropped }) => !dropped);
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
  const earned = counted.map(({ points }) => points).filter((points) => points !== null);
  return {
    points: earned.length < counted.length ? null : sum(earned),
    maxPoints: sum(counted.map(({ maxPoints }) => maxPoints)),
  };
}
