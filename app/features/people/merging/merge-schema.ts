import { z } from "zod";

/** The other account: looked for by its address; `closed` and `kept` say which of the two goes on. */
export const mergeSearchSchema = z.object({
  other: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  keep: z.enum(["this", "other"]).catch("this"),
});

export const mergeSchema = z.object({
  other: z.uuid(),
  keep: z.enum(["this", "other"]),
  reason: z.string().trim().min(3).max(500),
});
