import { z } from "zod";
import { attemptSorts, attemptStates } from "./results-names.ts";

export const quizAddressSchema = z.object({ course: z.string(), lesson: z.string() });
export const satAttemptSchema = quizAddressSchema.extend({ attempt: z.uuid() });
export const itemAddressSchema = quizAddressSchema.extend({ version: z.uuid() });
export const correctionAddressSchema = quizAddressSchema.extend({ correction: z.uuid() });

const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

/** What the list of attempts can be asked by. A form sends what is not chosen as empty. */
export const attemptChoiceSchema = z.object({
  sort: unlessEmpty(z.enum(attemptSorts).default("latest")),
  state: unlessEmpty(z.enum(attemptStates).optional()),
  after: z.string().max(200).optional(),
});

/** Whose attempts the figures of questions are made of: each learner's first, or all. */
export const itemChoiceSchema = z.object({ of: unlessEmpty(z.enum(["first", "all"]).default("first")) });

export type ItemChoice = z.infer<typeof itemChoiceSchema>;
