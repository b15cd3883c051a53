import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { shuffled } from "./question-types/shuffle.ts";
import type { FrozenPlan } from "./quiz-plan.ts";

export type Drawn = { section: string; points: number; versionId: string };

/** Numbers from 0 to 1 that are the same for the same seed, on every machine and in every year. */
export function seededRandom(seed: number): () => number {
  // Not one of the xor-shift kind: seeds that lie near each other would begin with nearly the same numbers.
  // Made when the first number is drawn: making it costs more than all that most questions draw.
  let generator: ReturnType<typeof mersenne> | undefined;
  return () => {
    generator ??= mersenne(seed);
    return uniformFloat64(generator);
  };
}

/**
 * Which questions a paper has, in order: fixed ones are taken, pools draw from what no other slot has. No question
 * stands twice. Where pools that overlap run dry the paper is shorter.
 */
export function drawQuestions({
  plan,
  shuffle,
  random,
}: {
  plan: FrozenPlan;
  /** Whether the questions of a section change places. */
  shuffle: boolean;
  random: () => number;
}): Drawn[] {
  const slots = plan.sections.flatMap((section) => section.slots.map((slot) => ({ ...slot, section: section.id })));
  const isFixed = ({ from, count }: (typeof slots)[number]) => from.versionIds.length <= count;
  const taken = new Set(slots.filter(isFixed).flatMap(({ from }) => from.versionIds));
  const drawn = new Map<string, Drawn[]>();
  const given = new Set<string>();
  for (const slot of slots) {
    const free = slot.from.versionIds.filter((id) => (isFixed(slot) ? !given.has(id) : !taken.has(id)));
    const chosen = isFixed(slot) ? free : shuffled(free, random).slice(0, slot.count);
    for (const id of chosen) (isFixed(slot) ? given : taken).add(id);
    const own = chosen.map((versionId) => ({ section: slot.section, points: slot.points, versionId }));
    drawn.set(slot.section, [...(drawn.get(slot.section) ?? []), ...own]);
  }
  return plan.sections.flatMap(({ id }) => {
    const own = drawn.get(id) ?? [];
    return shuffle ? shuffled(own, random) : own;
  });
}
