/** The columns of a file of grades beside those of lessons; the words are `gradebook:csv.<column>`. */
export const gradeColumns = ["enrolment", "name", "email", "cohort", "grade"] as const;

export type GradeColumn = (typeof gradeColumns)[number];
