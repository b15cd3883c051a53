import { z } from "zod";

/** Why something is done to a person's account; the audit log keeps it. */
const reason = z.string().trim().min(3).max(500);

// A box that is not ticked is not sent.
const box = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export const actSchema = z.object({ reason });
export const resetSchema = z.object({ reason, passkeys: box });
