import type { FrozenPlan } from "../quiz-plan.ts";

/**
 * - `missing`: nothing can be drawn
 * - `tooFew`: the pool holds fewer than it should give
 * - `mayRunShort`: it holds enough, but other slots may take so many of them that some papers get fewer
 */
export type Shortage = "missing" | "tooFew" | "mayRunShort";

/** What of a plan's slots cannot be filled, or not always, by the slot's id. */
export function shortagesOf(plan: FrozenPlan): Map<string, Shortage> {
  const slots = plan.sections.flatMap((section) => section.slots);
  const isFixed = ({ from, count }: (typeof slots)[number]) => from.versionIds.length <= count;
  const fixed = new Set(slots.filter(isFixed).flatMap(({ from }) => from.versionIds));
  const shortages = new Map<string, Shortage>();
  const drawnBefore: { count: number; versionIds: ReadonlySet<string> }[] = [];
  for (const slot of slots) {
    const { versionIds } = slot.from;
    if (versionIds.length < slot.count) shortages.set(slot.id, versionIds.length === 0 ? "missing" : "tooFew");
    if (isFixed(slot)) continue;
    const free = versionIds.filter((id) => !fixed.has(id));
    const taken = drawnBefore.map((other) =>
      Math.min(other.count, free.filter((id) => other.versionIds.has(id)).length),
    );
    const left = free.length - taken.reduce((sum, count) => sum + count, 0);
    if (left < slot.count) shortages.set(slot.id, "mayRunShort");
    drawnBefore.push({ count: slot.count, versionIds: new Set(free) });
  }
  return shortages;
}
