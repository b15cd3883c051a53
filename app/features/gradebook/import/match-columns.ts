import { type GradeColumn, gradeColumns } from "../grade-columns.ts";

/** What the columns of a file are: places in a line, from 0. */
export type MatchedColumns = {
  enrolment: number | undefined;
  email: number | undefined;
  lessons: { place: number; lessonId: string }[];
  /** Heads that say nothing that is known, and those of a lesson that stands there twice. */
  unknown: string[];
};

/** How the head of a column is called, in every language. */
export type ColumnNames = (column: GradeColumn) => readonly string[];

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

function columnOf(head: string, names: ColumnNames): GradeColumn | undefined {
  return gradeColumns.find(
    (column) => column === fold(head) || names(column).some((name) => fold(name) === fold(head)),
  );
}

/** By what a head of a table of grades is known: a column says whose a line is. */
export function isGradeHead(head: readonly string[], names: ColumnNames): boolean {
  return head.some((cell) => ["enrolment", "email"].includes(columnOf(cell, names) ?? ""));
}

/** Knows the columns of a file again: those beside the lessons by name, a lesson by its address, alone or in brackets. */
export function matchColumns(
  head: readonly string[],
  { lessons, names }: { lessons: readonly { lessonId: string; slug: string }[]; names: ColumnNames },
): MatchedColumns {
  const matched: MatchedColumns = { enrolment: undefined, email: undefined, lessons: [], unknown: [] };
  for (const [place, cell] of head.entries()) {
    const column = columnOf(cell, names);
    if (column === "enrolment" || column === "email") matched[column] ??= place;
    if (column || cell === "") continue;
    const slug = /\[([a-z0-9-]+)\]$/.exec(cell)?.[1] ?? fold(cell);
    const lesson = lessons.find((one) => one.slug === slug);
    const twice = lesson && matched.lessons.some(({ lessonId }) => lessonId === lesson.lessonId);
    if (lesson && !twice) matched.lessons.push({ place, lessonId: lesson.lessonId });
    else matched.unknown.push(cell);
  }
  return matched;
}
