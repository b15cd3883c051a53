import type { EnrolmentGrade } from "#app/features/progress/find-enrolment-grades.server.ts";
import { readPercent } from "../read-percent.ts";
import type { MatchedColumns } from "./match-columns.ts";
import type { Line } from "./read-grade-file.ts";

/** A learner of the course to whom a line may belong; the address in small letters. */
export type KnownLearner = { enrolmentId: string; email: string; name: string };

export const refusals = ["noLearner", "disagrees", "twice", "badGrade", "notGraded"] as const;

export type GradeChange = {
  line: number;
  enrolmentId: string;
  name: string;
  lessonId: string;
  /** Hundredths of a percent; null where there is no grade yet. */
  from: number | null;
  to: number;
};

export type GradeRefusal = {
  line: number;
  reason: (typeof refusals)[number];
  /** Who is meant, as the file says it. */
  who: string;
  lessonId: string | null;
  value: string | null;
  /** The other line, where two are about the same learner. */
  other: number | null;
};

export type ImportPlan = { changes: GradeChange[]; refused: GradeRefusal[]; unchanged: number };

type Known = {
  columns: MatchedColumns;
  learners: readonly KnownLearner[];
  grades: ReadonlyMap<string, Pick<EnrolmentGrade, "lessons">>;
};

/** Whose a line says it is: the enrolment and the address, as far as its columns go. */
export function whoseLine({ cells }: Line, { enrolment, email }: MatchedColumns) {
  const at = (place: number | undefined) => (place === undefined ? "" : (cells[place] ?? "")).toLowerCase();
  return { enrolmentId: at(enrolment), email: at(email) };
}

/**
 * What a file of grades would change: for each filled cell that another grade than the present one, a refusal, or
 * nothing. A line that names nobody of the course, or somebody by one column and another by the other, is refused, as
 * are all lines about one learner where there are several.
 */
export function planImport(lines: readonly Line[], known: Known): ImportPlan {
  const plan: ImportPlan = { changes: [], refused: [], unchanged: 0 };
  const found = findWhose(lines, known);
  const linesOf = Map.groupBy(found, ({ learner }) => learner);
  for (const { line, learner, who, reason } of found) {
    const refuse = (why: GradeRefusal["reason"], more: Partial<GradeRefusal> = {}) =>
      plan.refused.push({ line: line.number, reason: why, who, lessonId: null, value: null, other: null, ...more });
    const other = linesOf.get(learner)?.find((one) => one.line !== line);
    if (!learner) refuse(reason);
    else if (other) refuse("twice", { other: other.line.number });
    else planLine(line, { learner, known, plan, refuse });
  }
  return plan;
}

function findWhose(lines: readonly Line[], { columns, learners }: Known) {
  const byEnrolment = new Map(learners.map((one) => [one.enrolmentId, one]));
  const byEmail = new Map(learners.map((one) => [one.email, one]));
  return lines.map((line) => {
    const { enrolmentId, email } = whoseLine(line, columns);
    const [one, other] = [byEnrolment.get(enrolmentId), byEmail.get(email)];
    const disagree = enrolmentId !== "" && email !== "" && one !== other;
    const reason = disagree ? ("disagrees" as const) : ("noLearner" as const);
    return { line, who: email || enrolmentId, learner: disagree ? undefined : (one ?? other), reason };
  });
}

type Planned = {
  learner: KnownLearner;
  known: Known;
  plan: ImportPlan;
  refuse: (why: GradeRefusal["reason"], more: Partial<GradeRefusal>) => void;
};

function planLine({ number, cells }: Line, { learner, known: { columns, grades }, plan, refuse }: Planned) {
  const { enrolmentId, name } = learner;
  const graded = new Map(grades.get(enrolmentId)?.lessons.map((lesson) => [lesson.lessonId, lesson]));
  for (const { place, lessonId } of columns.lessons) {
    const value = cells[place] ?? "";
    if (value === "") continue;
    const to = readPercent(value);
    const lesson = graded.get(lessonId);
    if (to === null) refuse("badGrade", { lessonId, value });
    else if (!lesson) refuse("notGraded", { lessonId, value });
    // While answers wait, the share of what is graded so far is nobody's grade.
    else if (!lesson.waiting && lesson.share === to) plan.unchanged += 1;
    else {
      const from = lesson.waiting ? null : lesson.share;
      plan.changes.push({ line: number, enrolmentId, name, lessonId, from, to });
    }
  }
}
