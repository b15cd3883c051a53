import { z } from "zod";
import { writtenQuestionSchema } from "#app/features/quiz/exchange/yaml/written-question.ts";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import { idSchema } from "./package-text.ts";
import { questionReason } from "./question-reason.ts";

/** The names of a category and of those in which it lies, outermost first. */
export const categoryPathSchema = writtenQuestionSchema.shape.category.unwrap().min(1, "names no category");

const bodySchema = z.record(z.string(), z.json());

/** A question of a course's bank, as files of the package have it. */
export const questionFileSchema = writtenQuestionSchema
  .extend({ id: idSchema })
  .transform(({ id, name, type: typeName, tags, category, body }, ctx) => {
    const type = questionTypes.get(typeName);
    if (!type) {
      ctx.addIssue({ code: "custom", path: ["type"], message: `"${typeName}" is not a type of question` });
      return z.NEVER;
    }
    const parsed = type.parseBody(body);
    if (parsed.ok) {
      const json: unknown = JSON.parse(JSON.stringify(parsed.value));
      return { id, name, type: typeName, category, tags, body: bodySchema.parse(json) };
    }
    for (const { path, message } of parsed.problems) {
      const reason = `of “${name}”: ${questionReason(message)}`;
      ctx.addIssue({ code: "custom", path: ["body", ...path], message: reason });
    }
    return z.NEVER;
  });

/** questions.yaml: what quizzes share, draw from pools, or do not ask yet. */
export const bankFileSchema = z.strictObject({
  format: z.literal("maqdis-questions/1"),
  /** Those that hold no question. */
  emptyCategories: z.array(categoryPathSchema).max(1_000).default([]),
  questions: z.array(questionFileSchema).max(20_000).default([]),
});

export type QuestionFile = z.output<typeof questionFileSchema>;
export type BankFile = z.output<typeof bankFileSchema>;
