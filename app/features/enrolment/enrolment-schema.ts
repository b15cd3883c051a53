import { z } from "zod";

/** Chosen in a form: the id of a cohort, or nothing for a learner's own pace. */
const cohortChoice = z
  .union([z.literal("own-pace"), z.uuid()])
  .optional()
  .transform((choice) => (choice === "own-pace" ? null : (choice ?? null)));

export const enrolSchema = z.object({ intent: z.literal("enrol"), cohort: cohortChoice });
export const changeCohortSchema = z.object({ intent: z.literal("change-cohort"), cohort: cohortChoice });
