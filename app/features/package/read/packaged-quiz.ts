import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { BankFile, QuestionFile } from "./question-file-schema.ts";
import type { QuizFile } from "./quiz-file-schema.ts";

type Contents<Value> = {
  file: string;
  /** Inside the course's folder. */
  path: string;
  sha256: string;
  /** Without it the file is there and cannot be used. */
  read?: { value: Value; lineOf: LineOf };
};

/** The file of one quiz. */
export type PackagedQuiz = Contents<QuizFile> & { slug: string };

/** questions.yaml */
export type PackagedBank = Contents<BankFile>;

export type PackagedQuestion = {
  question: QuestionFile;
  file: string;
  lineOf: (path: readonly PropertyKey[]) => number;
};

/** Every question of a course, wherever it is written, with its place. */
export function questionsOf({
  quizzes,
  bank,
}: {
  quizzes: readonly PackagedQuiz[];
  bank?: PackagedBank | undefined;
}): PackagedQuestion[] {
  return [...(bank ? [bank] : []), ...quizzes].flatMap(({ file, read }) =>
    (read?.value.questions ?? []).map((question, index) => ({
      question,
      file,
      lineOf: (path) => read?.lineOf(["questions", index, ...path]) ?? 1,
    })),
  );
}

/** Every category that a course has, by its path: those that hold questions, those around them, and empty ones. */
export function categoriesOf(
  questions: readonly { category?: readonly string[] | undefined }[],
  empty: readonly (readonly string[])[],
): string[][] {
  const paths = [...questions.map(({ category = [] }) => category), ...empty];
  const all = paths.flatMap((path) => path.map((_, index) => path.slice(0, index + 1)));
  const byKey = new Map(all.map((path) => [JSON.stringify(path), path]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, path]) => path);
}
