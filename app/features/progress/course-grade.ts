/** What a learner's attempts at one quiz come to; `share` in hundredths of a percent, null until something is graded. */
export type QuizShare = { share: number | null; waiting: boolean };

/** In hundredths of a percent; null where nothing is graded, `waiting` while some answer waits for a person. */
export type Grade = number | null | "waiting";

/**
 * The grade of a course: the average of its quizzes, rounded down so that nobody is given more than she earned, and not
 * known while some answer waits for a person.
 */
export function courseGrade(quizzes: readonly QuizShare[]): Grade {
  if (quizzes.some(({ waiting }) => waiting)) return "waiting";
  return averageGrade(quizzes.map(({ share }) => share));
}

/** The grade of what is made of several: each that has a grade weighs the same, and all wait for the last. */
export function averageGrade(grades: readonly Grade[]): Grade {
  if (grades.includes("waiting")) return "waiting";
  const known = grades.filter((grade) => typeof grade === "number");
  if (known.length === 0) return null;
  return Math.floor(known.reduce((sum, grade) => sum + grade, 0) / known.length);
}
