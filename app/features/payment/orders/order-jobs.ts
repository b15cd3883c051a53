import { z } from "zod";
import type { JobOptions } from "#app/platform/jobs/add-job.server.ts";

/** Asks Stripe how an order stands, and makes it so here. */
export const syncOrderJob = { name: "sync-order", payload: z.object({ orderId: z.uuid() }), maxAttempts: 20 };

/** Sends a refund that was decided to Stripe. */
export const sendRefundJob = { name: "send-refund", payload: z.object({ refundId: z.uuid() }), maxAttempts: 25 };

/** Acts upon an event of Stripe. */
export const handleStripeEventJob = {
  name: "handle-stripe-event",
  payload: z.object({ eventId: z.string() }),
  maxAttempts: 20,
};

/** Writes to whom it concerns what happened to an order, which its ledger names by a key. */
export const tellOfOrderJob = { name: "tell-of-order", payload: z.object({ orderId: z.uuid(), key: z.string() }) };

/** Looks after orders and groups of codes whose time is over. */
export const tendOrdersJob = { name: "tend-orders", payload: z.object({}).nullish() };

/** Compares our orders with Stripe's: a comparison that an admin began, or, where none is named, that of the night. */
export const reconcileJob = {
  name: "reconcile-orders",
  payload: z.object({ reconciliationId: z.uuid().optional() }).nullish(),
  maxAttempts: 5,
};

/**
 * Work that waits for Stripe takes at most one of the four places that a process has for jobs, so that mail and lessons
 * do not wait with it when Stripe is slow.
 */
export const atStripe: JobOptions = { queue: "stripe" };
