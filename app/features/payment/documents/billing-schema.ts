import { z } from "zod";

/** To whom somebody's invoices are made out. */
export const billingSchema = z.object({
  intent: z.literal("save"),
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().max(500).default(""),
  taxNumber: z.string().trim().max(60).default(""),
});
