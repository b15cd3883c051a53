import { z } from "zod";
import { redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { startCheckout } from "#app/features/payment/checkout/start-checkout.server.ts";
import { wantedSchema } from "#app/features/payment/checkout/what-to-buy.server.ts";
import { cancelOrder } from "#app/features/payment/orders/cancel-order.server.ts";
import { refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { applyForScholarship } from "#app/features/payment/scholarships/apply-for-scholarship.server.ts";
import { grantScholarship } from "#app/features/payment/scholarships/grant-scholarship.server.ts";
import { hearStripe } from "#app/features/payment/stripe/hear-stripe.server.ts";
import { approveTransfer, recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { contextOf } from "#tests/factories/context.ts";

const orderId = z.uuid();

/** What the test asks of a process, as people and Stripe would by way of its pages. */
export const actSchema = z.discriminatedUnion("does", [
  z.object({
    does: z.literal("buy"),
    wanted: wantedSchema,
    code: z.string().nullable(),
    method: z.enum(["checkout", "transfer"]),
  }),
  z.object({ does: z.literal("cancel"), orderId }),
  z.object({ does: z.literal("look"), orderId }),
  z.object({ does: z.literal("redeem"), code: z.string() }),
  z.object({ does: z.literal("apply"), course: z.string() }),
  z.object({ does: z.literal("grant"), scholarshipId: z.uuid(), percent: z.number(), fundId: z.uuid().nullable() }),
  z.object({ does: z.literal("refund"), orderId, amount: z.number().nullable(), keepsAccess: z.boolean() }),
  z.object({ does: z.literal("record"), orderId, amount: z.number(), reference: z.string() }),
  z.object({ does: z.literal("approve"), transferId: z.uuid() }),
  z.object({ does: z.literal("hear"), body: z.string(), signature: z.string() }),
]);
export type Act = z.output<typeof actSchema>;

export const lateSchema = z.object({ late: z.number() });
export const askSchema = z.object({ id: z.number(), personId: z.uuid().nullable(), act: actSchema });

const origin = "https://academy.example/en";
const text = "I read of the city since I was a child.";

const transferOf = ({ orderId, amount, reference }: Extract<Act, { does: "record" }>, receivedOn: Date) => {
  return { orderId, amount, reference, kind: "bank" as const, receivedOn };
};

/** Does what was asked, as the person who asks. Throws what the use case does. */
export async function doAct(
  { db, now }: { db: Db; now: Date },
  { personId, act }: Omit<z.output<typeof askSchema>, "id">,
): Promise<unknown> {
  const clock = { now: () => now };
  if (act.does === "hear") return hearStripe({ db, clock, log }, act);
  const user = await db.user.findUniqueOrThrow({ where: { id: personId ?? "" } });
  const ctx = contextOf(db, user, { now });
  switch (act.does) {
    case "buy":
      return startCheckout(ctx, { ...act, origin });
    case "cancel":
      return cancelOrder(ctx, act);
    case "look":
      return syncOrder(ctx, act);
    case "redeem":
      return redeemCode(ctx, act);
    case "apply":
      return applyForScholarship(ctx, { course: act.course, cohortId: null, text });
    case "grant":
      return grantScholarship(ctx, { ...act, reason: "Granted" });
    case "refund":
      return refundOrder(ctx, { ...act, reason: "She asked" });
    case "record":
      return recordTransfer(ctx, transferOf(act, now));
    case "approve":
      return approveTransfer(ctx, { ...act, reason: "It came" });
  }
}
