import type { z } from "zod";
import { questionTypes } from "../../question-types/registry.ts";
import { checkQuestion } from "../check-question.ts";
import { type ExchangedQuestion, exchangedQuestionSchema, type Reason } from "../exchanged-question.ts";

/** A question as our YAML has it: all that the bank keeps of it, its body as it is stored. */
export const writtenQuestionSchema = exchangedQuestionSchema.extend({
  tags: exchangedQuestionSchema.shape.tags.default([]),
  category: exchangedQuestionSchema.shape.category.default([]),
});

/** What is wrong with a written question, and where in it. */
export type WrittenProblem = { path: PropertyKey[]; reason: Reason };

type Checked = { ok: true; question: ExchangedQuestion } | { ok: false; problems: WrittenProblem[] };

const invalid = (path: PropertyKey[], problem: string): WrittenProblem => ({
  path,
  reason: { code: "invalid", values: { path: path.join("."), problem } },
});

/** The questions with a value that was read from YAML, or everything that is wrong with it. */
export function readWrittenQuestion(value: unknown): Checked {
  const parsed = writtenQuestionSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(spread) };
  const type = questionTypes.get(parsed.data.type);
  if (!type) return refused({ path: ["type"], reason: { code: "typeUnknown", values: { type: parsed.data.type } } });
  const body = type.parseBody(parsed.data.body);
  if (!body.ok) {
    return refused(...body.problems.map(({ path, message }) => invalid(["body", ...path], message)));
  }
  const checked = checkQuestion(parsed.data);
  return checked.ok ? checked : refused({ path: ["body"], reason: checked.reason });
}

const refused = (...problems: WrittenProblem[]): Checked => ({ ok: false, problems });

/** One problem for each key that does not belong; the rest as it is. */
function spread(issue: z.core.$ZodIssue): WrittenProblem[] {
  if (issue.code !== "unrecognized_keys") return [invalid(issue.path, issue.message)];
  return issue.keys.map((key) => invalid([...issue.path, key], issue.message));
}

/** A question as it is written, its body in the order in which its type names the fields. */
export function writtenQuestion({ name, type, body, tags, category }: ExchangedQuestion): Record<string, unknown> {
  const parsed = questionTypes.get(type)?.parseBody(body);
  return {
    name,
    type,
    ...(category.length > 0 ? { category } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    body: parsed?.ok ? parsed.value : body,
  };
}

/** The places of a written question that stand on one line. */
export const onOneLine: string[] = ["category", "tags"];
