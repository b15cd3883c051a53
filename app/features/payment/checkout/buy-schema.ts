import { z } from "zod";

/** The form by which a course is bought. */
export const buySchema = z.object({
  intent: z.literal("buy"),
  cohort: z
    .union([z.literal("own-pace"), z.uuid()])
    .optional()
    .transform((choice) => (choice === "own-pace" ? null : (choice ?? null))),
  /** A coupon, or an access code. */
  coupon: z
    .string()
    .trim()
    .max(60)
    .optional()
    .transform((typed) => typed || null),
  /** The prices that she was shown, as `writeShown` wrote them. */
  shown: z.string().max(100_000).default(""),
  method: z.enum(["checkout", "transfer"]).default("checkout"),
});
