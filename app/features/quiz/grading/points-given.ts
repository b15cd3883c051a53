import { readNumber } from "../question-types/numeric/read-number.ts";
import { asShare, compare, multiply, type Rational, rational, zero } from "../question-types/rational.ts";
import { type Rubric, shareByRubric } from "../question-types/rubric.ts";
import { gradeRefused } from "./grading-errors.ts";
import type { GivenRubric, GradeForm } from "./grading-schema.ts";

type Given = Pick<GradeForm, "levels" | "given" | "points">;

/**
 * What a grader gave: thousandths of a point of `maxPoints`, and by criterion where there is a rubric. Throws
 * `rubricIncomplete`, `badPoints` and `tooManyPoints`.
 */
export function pointsGiven(
  rubric: Rubric,
  { form, maxPoints }: { form: Given; maxPoints: number },
): { points: number; rubric: GivenRubric | null } {
  if (rubric.length === 0) return { points: typedPoints(form.points ?? "", maxPoints), rubric: null };
  const given = rubric.map((criterion) => ({ id: criterion.id, ...byCriterion(criterion, form) }));
  const points = Object.fromEntries(given.map((one) => [one.id, one.points]));
  return {
    points: Math.round(shareByRubric(rubric, points) * maxPoints),
    rubric: Object.fromEntries(given.map(({ id, level, points: typed }) => [id, level ?? typed])),
  };
}

function byCriterion({ id, levels, points: most }: Rubric[number], form: Given): { points: number; level?: string } {
  if (levels) {
    const level = levels.find((one) => one.id === form.levels[id]);
    if (!level) throw gradeRefused("rubricIncomplete");
    return { points: level.points, level: level.id };
  }
  const typed = form.given[id]?.trim();
  if (!typed) throw gradeRefused("rubricIncomplete");
  const number = read(typed);
  if (compare(number, rational(most)) > 0) throw gradeRefused("tooManyPoints", { most });
  return { points: Number(number.n) / Number(number.d) };
}

function typedPoints(typed: string, maxPoints: number): number {
  const number = read(typed);
  if (compare(number, rational(maxPoints, 1_000)) > 0) throw gradeRefused("tooManyPoints", { most: maxPoints / 1_000 });
  return maxPoints === 0 ? 0 : Math.round(asShare(multiply(number, rational(1_000, maxPoints))) * maxPoints);
}

/** Of the numbers that may be meant, the one with decimals: nobody gives thousands of points. */
function read(typed: string): Rational {
  const number = readNumber(typed).at(-1);
  if (!number || compare(number, zero) < 0) throw gradeRefused("badPoints");
  return number;
}
