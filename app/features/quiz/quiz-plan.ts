import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

const idSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** Thousandths of a point. */
export const pointsSchema = z.int().min(0).max(1_000_000);

const poolSchema = z.strictObject({
  categoryId: z.uuid().nullable(),
  /** A question must have all of them. */
  tags: z.array(z.string().min(1).max(60)).max(20),
});

const slotsSchema = <Source extends z.ZodType>(source: Source) =>
  z.strictObject({
    sections: z
      .array(
        z.strictObject({
          id: idSchema,
          titles: translatedSchema,
          slots: z.array(
            z.strictObject({ id: idSchema, points: pointsSchema, count: z.int().min(1).max(200), from: source }),
          ),
        }),
      )
      .max(50),
  });

/** A quiz as it is drafted: each slot takes one question, or draws `count` from a pool. */
export const quizPlanSchema = slotsSchema(
  z.union([z.strictObject({ questionId: z.uuid() }), z.strictObject({ pool: poolSchema })]),
);

/** The same as a release has it: the versions that may be drawn. */
export const frozenPlanSchema = slotsSchema(z.strictObject({ versionIds: z.array(z.uuid()).min(1) }));

export type QuizPlan = z.infer<typeof quizPlanSchema>;
export type FrozenPlan = z.infer<typeof frozenPlanSchema>;
