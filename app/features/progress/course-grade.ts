/** What a learner's attempts at one quiz come to; `share` in hundredths of a percent, null until something is graded. */
export type QuizShare = { share: number | null; waiting: boolean };

/**
 * The grade of a course in hundredths of a percent: the average of its quizzes, rounded down so that nobody is given
 * more than she earned. Null while some answer waits for a person, and where nothing is graded.
 */
export function courseGrade(quizzes: readonly QuizShare[]): number | null {
  if (quizzes.some(({ waiting }) => waiting)) return null;
  return averageGrade(quizzes.map(({ share }) => share));
}

/** The grade of what is made of several: each that has a grade weighs the same. */
export function averageGrade(grades: readonly (number | null)[]): number | null {
  const known = grades.filter((grade) => grade !== null);
  if (known.length === 0) return null;
  return Math.floor(known.reduce((sum, grade) => sum + grade, 0) / known.length);
}
