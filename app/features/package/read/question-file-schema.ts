import { z } from "zod";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import { idSchema, lineSchema } from "./package-text.ts";
import { questionReason } from "./question-reason.ts";

const tagSchema = z.string().trim().min(1, "must not be empty").max(60);

/** The names of a category and of those in which it lies, outermost first. */
export const categoryPathSchema = z.array(lineSchema.max(120)).min(1, "names no category").max(10);

const unique = (list: readonly string[]) => new Set(list).size === list.length;

/** A question of a course's bank, as files of the package have it. */
export const questionFileSchema = z
  .strictObject({
    id: idSchema,
    name: lineSchema,
    type: z.string().refine((type) => questionTypes.has(type), "is not a type of question"),
    category: categoryPathSchema.optional(),
    tags: z.array(tagSchema).max(50).refine(unique, "names a tag twice").default([]),
    body: z.json(),
  })
  .transform((question, ctx) => {
    const type = questionTypes.get(question.type);
    if (!type) return question;
    const parsed = type.parseBody(question.body);
    if (parsed.ok) return { ...question, body: z.json().parse(JSON.parse(JSON.stringify(parsed.value))) };
    for (const { path, message } of parsed.problems) {
      const reason = `of “${question.name}”: ${questionReason(message)}`;
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
