import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PlannedCourse } from "../import/plan-courses.server.ts";
import type { PackageProblem } from "../read/package-problem.ts";

/**
 * Courses that would demand themselves by others that are in the academy already and not in the package. A package that
 * is read has no circles of its own.
 */
export async function findCircles(db: DbOrTx, planned: PlannedCourse[]): Promise<PackageProblem[]> {
  const brought = new Set(planned.map(({ draft }) => draft.id));
  const held = await db.prerequisite.findMany({ where: { courseId: { notIn: [...brought] } } });
  const demands = new Map(planned.map(({ draft }) => [draft.id, draft.prerequisites]));
  for (const { courseId, requiredCourseId } of held) {
    demands.set(courseId, [...(demands.get(courseId) ?? []), requiredCourseId]);
  }
  return planned
    .filter(({ draft }) => demandsItself(draft.id, demands))
    .map(({ course: { file, lineOf } }) => ({
      ...{ file, line: lineOf(["prerequisites"]) },
      reason: "a course that it demands demands it in turn, directly or by others that the academy has",
    }));
}

function demandsItself(id: string, demands: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(demands.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(demands.get(next) ?? []));
  }
  return false;
}
