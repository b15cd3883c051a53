import { z } from "zod";

const email = z.email();

/** What a journey wishes of the stand-in of Stripe, of one buyer's newest session. */
export const stripeWishSchema = z.discriminatedUnion("do", [
  /** How it answers questions about her, until it is told otherwise. */
  z.object({
    do: z.literal("mood"),
    email,
    mood: z.enum(["away", "lostAnswer", "silent", "slow", "fault", "tooMany"]).nullable(),
  }),
  /** Whether what happens to her orders is kept from the academy for now. */
  z.object({ do: z.literal("mute"), email, mute: z.boolean() }),
  /** The money of a delayed method comes, or does not. */
  z.object({ do: z.literal("settle"), email, came: z.boolean() }),
  z.object({ do: z.literal("expire"), email }),
  /** A refund that is made in Stripe's own pages; of all where no amount is said, in Stripe's minor units. */
  z.object({ do: z.literal("refund"), email, amount: z.number().int().positive().optional() }),
  z.object({ do: z.literal("dispute"), email }),
  z.object({ do: z.literal("decide"), email, outcome: z.enum(["won", "lost"]) }),
]);
export type StripeWish = z.output<typeof stripeWishSchema>;
