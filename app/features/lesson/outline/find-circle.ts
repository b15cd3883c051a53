type Asking = { id: string; requires: readonly string[] };

/**
 * Lessons each of which has to be completed before the next one and the last before the first, so that nobody could
 * ever begin; null where there are none. What is asked for and not among the lessons is left aside.
 */
export function findCircle(lessons: readonly Asking[]): string[] | null {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson.requires]));
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (id: string): string[] | null => {
    const at = path.indexOf(id);
    if (at >= 0) return path.slice(at);
    if (done.has(id)) return null;
    path.push(id);
    for (const asked of byId.get(id) ?? []) {
      const circle = byId.has(asked) ? walk(asked) : null;
      if (circle) return circle;
    }
    path.pop();
    done.add(id);
    return null;
  };
  for (const { id } of lessons) {
    const circle = walk(id);
    if (circle) return circle;
  }
  return null;
}

/** Whether a lesson may ask for another first without a circle. */
export function mayRequire(lessons: readonly Asking[], { id, required }: { id: string; required: string }): boolean {
  const asked = lessons.map((lesson) => (lesson.id === id ? { id, requires: [...lesson.requires, required] } : lesson));
  return id !== required && findCircle(asked) === null;
}
