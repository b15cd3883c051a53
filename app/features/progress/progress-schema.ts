import { z } from "zod";

/** A learner's word that a lesson is done: she said so, or the end of its text came in sight. */
export const completionSchema = z.object({
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  cause: z.enum(["acknowledged", "reachedEnd"]).default("acknowledged"),
});
export type CompletionInput = z.output<typeof completionSchema>;

/** Where on a lesson's page she is: 0 the top, 10000 the end. */
export const placeSchema = z.object({
  enrolmentId: z.uuid(),
  lessonId: z.uuid(),
  place: z.coerce.number().int().min(0).max(10_000),
});
export type PlaceInput = z.output<typeof placeSchema>;
