import { z } from "zod";
import { parseAmount, parseAmountField } from "#app/features/payment/money/parse-amount.ts";

/** Why an admin acts upon somebody's order; the audit log keeps it. */
const reason = z.string().trim().min(3).max(500);

/** A refund in `currency`: the amount in minor units, or null for all that is left. */
export const refundSchema = (currency: string) =>
  z
    .object({
      amount: z.string().trim().max(40).optional(),
      access: z.enum(["keep", "take"]),
      seenRest: z.coerce.number().int().min(0),
      reason,
    })
    .transform(({ amount: typed = "", access, ...rest }, context) => {
      const parsed = typed === "" ? { amount: null } : parseAmount(typed, currency);
      if ("refusal" in parsed) {
        context.addIssue({ code: "custom", path: ["amount"], message: parsed.message });
        return z.NEVER;
      }
      return { ...rest, amount: parsed.amount, keepsAccess: access === "keep" };
    });

export const confirmSchema = z.object({ refund: z.uuid(), reason });

export const retrySchema = z.object({ refund: z.uuid(), way: z.enum(["stripe", "hand"]), reason });

export const cancelSchema = z.object({ reason });

export const askSchema = z.object({});

/** Money that came in `currency`, its amount in minor units. */
export const transferSchema = (currency: string) =>
  z
    .object({
      kind: z.enum(["bank", "cash"]),
      reference: z
        .string()
        .transform((text) => text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " "))
        .pipe(z.string().trim().min(1).max(140)),
      amount: z.string().trim().max(40).optional(),
      receivedOn: z.iso.date(),
    })
    .transform(({ amount: typed, receivedOn, ...transfer }, context) => {
      const amount = parseAmountField(context, { field: "amount", typed, currency });
      if (amount === null) return z.NEVER;
      return { ...transfer, amount, receivedOn: new Date(`${receivedOn}T00:00:00Z`) };
    });

export const decideSchema = z.object({ transfer: z.uuid(), decision: z.enum(["approve", "reject"]), reason });

/** How many days back a comparison goes that an admin begins. */
export const beginSchema = z.object({
  days: z.coerce.number().pipe(z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)])),
});
