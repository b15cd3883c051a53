import { z } from "zod";

/** What did not agree, by order (or by session, where it is of no order of ours). */
export const differencesSchema = z.array(
  z.object({
    kind: z.enum([
      /** A session at Stripe that names no order of ours. */
      "strangeSession",
      /** Paid at Stripe, and not here. */
      "paidThere",
      /** Paid here, and not at Stripe. */
      "paidHere",
      "amount",
      /** Ended there and waiting here, or the other way round. */
      "ended",
      /** The sums, seats and state of an order do not fit together. */
      "broken",
      /** Asking about it failed. */
      "unanswered",
    ]),
    orderId: z.uuid().nullable(),
    sessionId: z.string().nullable(),
    detail: z.string(),
  }),
);
export type Difference = z.output<typeof differencesSchema>[number];
