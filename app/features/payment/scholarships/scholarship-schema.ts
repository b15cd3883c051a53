import { z } from "zod";
import { scholarshipStatuses } from "./scholarship-filters.ts";
import { TEXT_LEAST, TEXT_MOST, tidyText } from "./scholarship-text.ts";

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

const cohort = z
  .union([z.literal("own-pace"), z.uuid()])
  .optional()
  .transform((choice) => (choice === "own-pace" ? null : (choice ?? null)));

/** The form by which a learner asks, and by which she changes what she asked. */
export const applySchema = z.object({
  intent: z.literal("apply"),
  text: z.string().transform(tidyText).pipe(z.string().min(TEXT_LEAST).max(TEXT_MOST)),
  cohort,
});

/** What a learner takes back. */
export const withdrawSchema = z.object({ intent: z.literal("withdraw"), scholarship: z.uuid() });

const reason = z.string().transform(tidyText).pipe(z.string().min(3).max(1_000));

/** What an admin does with one scholarship. */
export const decisionSchema = z.discriminatedUnion("act", [
  z
    .object({
      act: z.literal("grant"),
      share: z.enum(["full", "part"]),
      /** Of the price, where it is a part. */
      percent: z.coerce.number().int().min(1).max(99).optional(),
      fund: z
        .union([z.literal(""), z.uuid()])
        .optional()
        .transform((id) => id || null),
      cohort,
      /** Read by the learner, and kept by the audit log as the reason. */
      message: reason,
    })
    .refine(({ share, percent }) => share === "full" || percent !== undefined, {
      path: ["percent"],
      error: "form:required",
    }),
  z.object({ act: z.literal("refuse"), reason }),
  z.object({ act: z.literal("takeBack"), reason }),
]);

/** What the search part of the list's address holds. What is not understood counts as not said. */
export const scholarshipFiltersSchema = z.object({
  status: z
    .enum(["all", ...scholarshipStatuses])
    .default("waiting")
    .catch("waiting"),
  q: line(200).optional().catch(undefined),
  course: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .optional()
    .catch(undefined),
  fund: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
});

export const scholarshipSearchSchema = scholarshipFiltersSchema.extend({
  cursor: z.string().max(300).optional().catch(undefined),
});

/** A fund's name. */
export const fundName = line(120);
export const fundReason = reason;
