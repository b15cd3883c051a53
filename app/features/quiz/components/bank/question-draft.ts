import { isSameBody } from "../../bank/canonical-body.ts";

/** All that an author writes of a question. */
export type QuestionFacts = { name: string; tags: string[]; categoryId: string | null; body: unknown };

export function isSameDraft(a: QuestionFacts, b: QuestionFacts): boolean {
  return (
    a.name === b.name &&
    a.categoryId === b.categoryId &&
    JSON.stringify(a.tags) === JSON.stringify(b.tags) &&
    isSameBody(a.body, b.body)
  );
}

/** Tags as they are written in one line, apart by commas of any script. */
export const readTags = (line: string): string[] => [
  ...new Set(
    line
      .split(/[,،;؛\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

export const writeTags = (tags: readonly string[]): string => tags.join(", ");
