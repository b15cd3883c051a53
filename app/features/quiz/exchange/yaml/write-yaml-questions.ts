import { writeYaml } from "#app/platform/yaml/write-yaml.ts";
import type { QuestionWriter } from "../exchanged-question.ts";
import { QUESTIONS_FORMAT } from "./read-yaml-questions.ts";
import { onOneLine, writtenQuestion } from "./written-question.ts";

/** Writes questions in our own YAML, which says all of every type, with the files they name beside it. */
export const writeYamlQuestions: QuestionWriter = (questions, { media }) => {
  const lines = questions.flatMap((_, index) => onOneLine.map((field) => ["questions", index, field]));
  const text = writeYaml({ format: QUESTIONS_FORMAT, questions: questions.map(writtenQuestion) }, { onOneLine: lines });
  const files = [...media].map(([path, bytes]) => ({ path, bytes }));
  return {
    files: [{ path: "questions.yaml", bytes: new TextEncoder().encode(text) }, ...files],
    lossy: [],
    refused: [],
  };
};
