import { z } from "zod";
import type { FrozenPlan } from "./quiz-plan.ts";

/** How a version is graded since it was corrected: by another one's key, or not at all. */
export const correctionSchema = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  /** Null where the question was dropped. */
  correctedById: z.uuid().nullable(),
});

export type Correction = z.infer<typeof correctionSchema>;

/** The last correction of each version, by version. `corrections` come oldest first. */
export function lastCorrections(corrections: readonly Correction[]): ReadonlyMap<string, Correction> {
  return new Map(corrections.map((correction) => [correction.versionId, correction]));
}

/** What new papers draw from: corrected versions in place of those that were wrong, and none that was dropped. */
export function correctPlan(plan: FrozenPlan, corrections: readonly Correction[]): FrozenPlan {
  const last = lastCorrections(corrections);
  const correct = (id: string) => {
    const correction = last.get(id);
    return correction ? (correction.correctedById ?? []) : id;
  };
  return {
    sections: plan.sections.map((section) => ({
      ...section,
      slots: section.slots.flatMap((slot) => {
        const versionIds = slot.from.versionIds.flatMap(correct);
        return versionIds.length === 0 ? [] : [{ ...slot, from: { versionIds } }];
      }),
    })),
  };
}

/** PostgreSQL advisory lock: held in common by whoever grades, alone by whoever corrects a key. */
export const GRADING_LOCK = 7_731_001;
