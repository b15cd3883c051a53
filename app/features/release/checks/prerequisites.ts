import { type CheckedLesson, type Finding, finding, lessonsOf, type ReleaseCheck } from "./checked-draft.ts";

/** Whether a lesson waits, over any number of others, for itself. */
function waitsForItself(start: CheckedLesson, byId: ReadonlyMap<string, CheckedLesson>): boolean {
  const seen = new Set<string>();
  const next = [...start.requires];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === start.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...(byId.get(id)?.requires ?? []));
  }
  return false;
}

/** Whether what comes first opens only after what waits for it, as far as both are told by the same clock. */
function opensTooLate(first: CheckedLesson, then: CheckedLesson): boolean {
  if (first.opensAt && then.opensAt) return first.opensAt > then.opensAt;
  if (first.opensAt && then.opensAt === null && then.dripDays === null) return false;
  return first.dripDays !== null && then.dripDays !== null && first.dripDays > then.dripDays;
}

/**
 * Lessons to complete first that are no longer in the draft, that wait for each other, or that open only after the
 * lesson which they lead to.
 */
export const prerequisites: ReleaseCheck = (draft) => {
  const lessons = lessonsOf(draft);
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return lessons.flatMap((lesson): Finding[] => {
    const found = (level: Finding["level"], code: string, values = {}) =>
      finding(level, lesson, { code, values, part: "outline" });
    if (waitsForItself(lesson, byId)) return [found("error", "prerequisiteCircle")];
    return lesson.requires.flatMap((id) => {
      const first = byId.get(id);
      if (!first) return [found("warning", "prerequisiteRemoved")];
      return opensTooLate(first, lesson) ? [found("warning", "prerequisiteOpensLater", { first: first.slug })] : [];
    });
  });
};
