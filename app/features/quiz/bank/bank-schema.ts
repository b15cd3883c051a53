import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { questionTypes } from "../question-types/registry.ts";
import { bankSorts } from "./bank-filters.ts";

/** One line without control characters, which PostgreSQL and screens do not take well. */
const line = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1).max(most));

export const questionNameSchema = line(200);
export const tagSchema = line(60);
export const tagsSchema = z
  .array(tagSchema)
  .max(20)
  .transform((tags) => [...new Set(tags)]);
export const categoryNameSchema = line(120);
export const typeNameSchema = z.string().refine((name) => questionTypes.has(name), "form:invalid");

/** What the search part of the list's address holds. What is not understood counts as not said. */
export const bankFiltersSchema = z.object({
  q: line(100).optional().catch(undefined),
  category: z
    .union([z.uuid(), z.literal("none")])
    .optional()
    .catch(undefined),
  tag: tagSchema.optional().catch(undefined),
  type: typeNameSchema.optional().catch(undefined),
  languages: z
    .union([z.literal("whole"), localeSchema])
    .optional()
    .catch(undefined),
  used: z.enum(["yes", "no"]).optional().catch(undefined),
  removed: z.literal("yes").optional().catch(undefined),
  sort: z.enum(bankSorts).optional().catch(undefined),
  cursor: z.string().max(2_000).optional().catch(undefined),
  /** Ids of questions that were just removed, with commas between them. */
  undo: z.string().max(2_000).optional().catch(undefined),
});

/** Questions chosen in the list. */
export const chosenSchema = z.array(z.uuid()).min(1, "question-bank:errors.noneChosen").max(200);

const bodySchema = z.record(z.string(), z.json());

/** What the editor sends of a question: all of it, and what it was made from. */
export const questionDraftSchema = z.object({
  type: typeNameSchema,
  body: bodySchema,
  name: z.string().max(1_000),
  categoryId: z.uuid().nullable(),
  tags: z.array(z.string().max(1_000)).max(200),
});

/** The state of a question that was opened for editing. */
export const openedSchema = z.object({
  current: z.int().positive(),
  name: z.string(),
  categoryId: z.uuid().nullable(),
  tags: z.array(z.string()),
});

export const saveQuestionSchema = z.object({
  /** Null makes a new question. */
  questionId: z.uuid().nullable(),
  draft: questionDraftSchema,
  /** What the draft was made from; null for a new question. */
  opened: openedSchema.nullable(),
});

export type QuestionDraft = z.infer<typeof questionDraftSchema>;
export type Opened = z.infer<typeof openedSchema>;
export type SaveQuestion = z.infer<typeof saveQuestionSchema>;
