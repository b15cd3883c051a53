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

/**
 * What new papers draw from: corrected versions in place of those that were wrong, and none that was dropped; what was
 * itself corrected later is followed on. `corrections` come oldest first.
 */
export function correctPlan(plan: FrozenPlan, corrections: readonly Correction[]): FrozenPlan {
  const correct = (id: string, after = -1): string[] => {
    const at = corrections.findLastIndex(({ versionId }) => versionId === id);
    const correction = corrections[at];
    // An earlier one was overruled by what led here: two that name each other end with the later.
    if (!correction || at <= after) return [id];
    return correction.correctedById === null ? [] : correct(correction.correctedById, at);
  };
  return {
    sections: plan.sections.map((section) => ({
      ...section,
      slots: section.slots.flatMap((slot) => {
        const versionIds = slot.from.versionIds.flatMap((id) => correct(id));
        return versionIds.length === 0 ? [] : [{ ...slot, from: { versionIds } }];
      }),
    })),
  };
}
