import { z } from "zod";
import { labelSchema, markdownSchema, partIdSchema } from "./body-parts.ts";
import { asShare, fromNumber, multiply, rational, sum } from "./rational.ts";

/** By what a person grades: criteria, each with its points and, if so set, the levels at which they are given. */
export const rubricSchema = z
  .array(
    z
      .strictObject({
        id: partIdSchema,
        label: labelSchema,
        description: markdownSchema.optional(),
        points: z.int().min(1).max(1000),
        levels: z
          .array(z.strictObject({ id: partIdSchema, label: labelSchema, points: z.number().min(0) }))
          .min(2)
          .max(10)
          .optional(),
      })
      .refine(({ points, levels = [] }) => levels.every((level) => level.points <= points), {
        path: ["levels"],
        message: "quiz:problems.levelTooHigh",
      }),
  )
  .max(30);

export type Rubric = z.infer<typeof rubricSchema>;

/** What a question graded by hand earned, from the points given by criterion; a criterion without any earns none. */
export function shareByRubric(rubric: Rubric, given: Readonly<Record<string, number>>): number {
  const all = rubric.reduce((total, { points }) => total + points, 0);
  if (all === 0) return 0;
  return asShare(multiply(sum(rubric.map(({ id }) => fromNumber(given[id] ?? 0))), rational(1, all)));
}

export const rubricTexts = (rubric: Rubric) => rubric.flatMap(({ description }) => description ?? []);
export const rubricLabels = (rubric: Rubric) =>
  rubric.flatMap(({ label, levels = [] }) => [label, ...levels.map((level) => level.label)]);
