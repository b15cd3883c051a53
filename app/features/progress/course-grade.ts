/** What one graded lesson came to; `share` in hundredths of a percent, null until something is graded. */
export type LessonGrade = { share: number | null; waiting: boolean; weight: number };

/** In hundredths of a percent; null where nothing is graded, `waiting` while some answer waits for a person. */
export type Grade = number | null | "waiting";

/**
 * The grade of a course: the average of its graded lessons by what they weigh, without the `dropLowest` worst of them,
 * rounded down so that nobody is given more than she earned. What she has not sat counts neither for nor against her,
 * the best one always counts, and nothing is known while an answer that weighs something waits for a person.
 */
export function courseGrade(lessons: readonly LessonGrade[], dropLowest: number): Grade {
  const weighing = lessons.filter(({ weight }) => weight > 0);
  if (weighing.some(({ waiting }) => waiting)) return "waiting";
  const counted = weighing
    .flatMap(({ share, weight }) => (share === null ? [] : [{ share, weight }]))
    // Of two equally bad ones the heavier goes first: that is the better for her.
    .sort((a, b) => b.share - a.share || a.weight - b.weight);
  return weightedAverage(counted.slice(0, Math.max(1, counted.length - dropLowest)));
}

/** The grade of what is made of several: each that has a grade weighs the same, and all wait for the last. */
export function averageGrade(grades: readonly Grade[]): Grade {
  if (grades.includes("waiting")) return "waiting";
  const known = grades.filter((grade) => typeof grade === "number");
  return weightedAverage(known.map((share) => ({ share, weight: 1 })));
}

function weightedAverage(parts: readonly { share: number; weight: number }[]): number | null {
  if (parts.length === 0) return null;
  const sum = parts.reduce((all, { share, weight }) => all + share * weight, 0);
  return Math.floor(sum / parts.reduce((all, { weight }) => all + weight, 0));
}
