import { z } from "zod";

export const differenceKinds = [
  /** A session at Stripe that names no order of ours. */
  "strangeSession",
  /** Paid at Stripe, and not here. */
  "paidThere",
  /** Paid here, and not at Stripe. */
  "paidHere",
  /** Paid here by a session that Stripe does not know. */
  "missingThere",
  "amount",
  /** More or less given back there than here. */
  "refunds",
  /** A dispute that opened, or was decided, and was not heard of. */
  "dispute",
  /** Ended there and waiting here, or the other way round. */
  "ended",
  /** The sums, seats and state of an order do not fit together. */
  "broken",
  /** Asking about it failed. */
  "unanswered",
] as const;

/** What did not agree, by order (or by session, where it is of no order of ours). */
export const differencesSchema = z.array(
  z.object({
    kind: z.enum(differenceKinds),
    orderId: z.uuid().nullable(),
    sessionId: z.string().nullable(),
    detail: z.string(),
    /** Whether asking Stripe again made them agree. */
    mended: z.boolean().default(false),
  }),
);
export type Difference = z.output<typeof differencesSchema>[number];
