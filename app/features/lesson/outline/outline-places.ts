import type { DraftOutline } from "./draft-outline.ts";

/** A section with the ids of what is in it, in order. */
export type Placed = { id: string; lessonIds: string[] };

export function placesOf({ sections }: DraftOutline): Placed[] {
  return sections.map(({ id, lessons }) => ({ id, lessonIds: lessons.map((lesson) => lesson.id) }));
}

/** What has to be taken up and put down elsewhere, at the least, to come from one order to the other. */
export function movedParts(before: Placed[], now: Placed[]): { sections: Set<string>; lessons: Set<string> } {
  const old = new Map(before.map(({ id, lessonIds }) => [id, lessonIds]));
  return {
    sections: movedIn(
      before.map(({ id }) => id),
      now.map(({ id }) => id),
    ),
    lessons: new Set(now.flatMap(({ id, lessonIds }) => [...movedIn(old.get(id) ?? [], lessonIds)])),
  };
}

/** Those of a list that are not in the longest run which keeps the order of the list before. */
function movedIn(before: readonly string[], now: readonly string[]): Set<string> {
  const ranks = new Map(before.map((id, rank) => [id, rank]));
  const stays = longestRising(now.flatMap((id) => ranks.get(id) ?? []));
  return new Set(now.filter((id) => !stays.has(ranks.get(id) ?? -1)));
}

function longestRising(numbers: readonly number[]): Set<number> {
  const runs: number[][] = [];
  for (const number of numbers) {
    const before = runs.filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, number]);
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}
