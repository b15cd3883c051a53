import { z } from "zod";
import { reportParts, timeSteps } from "./report-parts.ts";

export const reportAddressSchema = z.object({ course: z.string() });
export const reportFileSchema = reportAddressSchema.extend({ part: z.enum(reportParts) });

const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

/** A day as it was typed: whether there is such a day is said beside its field. */
const typedDay = unlessEmpty(z.string().trim().max(40).optional());

/** What reports can be asked by. A form sends what is not chosen as empty. */
export const reportChoiceSchema = z.object({
  /** A cohort, or those who are in none. */
  cohort: unlessEmpty(z.union([z.uuid(), z.literal("none")]).optional()),
  from: typedDay,
  until: typedDay,
  by: unlessEmpty(z.enum(timeSteps).optional()),
  /** Of questions: each learner's first attempt, or all. */
  of: unlessEmpty(z.enum(["first", "all"]).default("first")),
});

export type ReportChoice = z.infer<typeof reportChoiceSchema>;
