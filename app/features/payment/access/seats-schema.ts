import { z } from "zod";
import { countSchema } from "./count-schema.ts";

/** As many seats as one order may be for. */
export const MOST_SEATS = 500;

/** The form by which seats are bought for others. */
export const seatsSchema = z.object({
  quantity: countSchema(MOST_SEATS),
  cohort: z
    .union([z.literal("own-pace"), z.uuid()])
    .optional()
    .transform((choice) => (choice === "own-pace" ? null : (choice ?? null))),
  method: z.enum(["checkout", "transfer"]).default("checkout"),
});
