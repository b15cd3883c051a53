import { z } from "zod";
import { countSchema } from "./count-schema.ts";
import { MOST_SEATS } from "./most-seats.ts";

/** The form by which seats are bought for others. */
export const seatsSchema = z.object({
  quantity: countSchema(MOST_SEATS),
  cohort: z
    .union([z.literal("own-pace"), z.uuid()])
    .optional()
    .transform((choice) => (choice === "own-pace" ? null : (choice ?? null))),
  /** The prices of one seat that she was shown, as `writeShown` wrote them. */
  shown: z.string().max(5_000).default(""),
  method: z.enum(["checkout", "transfer"]).default("checkout"),
});
