import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PackageProblem } from "../read/package-problem.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import { questionsOf } from "../read/packaged-quiz.ts";

type HeldQuestions = Awaited<ReturnType<typeof findHeldQuestions>>;

/** What the academy holds under the ids of the package's questions, removed ones included. */
export async function findHeldQuestions(db: DbOrTx, courses: PackagedCourse[]) {
  const ids = courses.flatMap((course) => questionsOf(course).map(({ question }) => question.id));
  const rows = await db.question.findMany({
    where: { id: { in: ids } },
    select: { id: true, courseId: true, type: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of questions that mean something else in the academy. */
export function questionConflicts(course: PackagedCourse, held: HeldQuestions): PackageProblem[] {
  return questionsOf(course).flatMap(({ question: { id, name, type }, file, lineOf }) => {
    const same = held.get(id);
    if (same && same.courseId !== course.value.id) {
      return [{ file, line: lineOf(["id"]), reason: `the id "${id}" belongs to another course of the academy` }];
    }
    if (!same || same.type === type) return [];
    const reason = `“${name}” is of the type ${same.type} in the academy, and attempts may have answered it so; another question needs an id of its own`;
    return [{ file, line: lineOf(["type"]), reason }];
  });
}
