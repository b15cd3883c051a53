import type Stripe from "stripe";
import { z } from "zod";
import { atStripe, handleStripeEventJob } from "#app/features/payment/orders/order-jobs.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { stripeClient } from "./ask-stripe.server.ts";
import { configuredStripe } from "./stripe-config.server.ts";

/** How old a signature may be, in seconds. */
const TOLERANCE = 300;

/** How long an event is known again, in milliseconds: Stripe repeats one for three days. */
const KNOWN_MS = 30 * 24 * 60 * 60 * 1_000;

/** What we act upon; of other events nothing is kept. */
const heard = /^(checkout\.session\.|charge\.refunded$|charge\.refund\.|refund\.|charge\.dispute\.)/;

const id = z.string().min(1).max(255).nullish().catch(null);
const orderId = z.uuid().nullish().catch(null);

/** Of an event only what it is about is taken; how that stands is asked of Stripe. */
const objectSchema = z.object({
  object: z.string(),
  id: z.string().min(1).max(255),
  client_reference_id: orderId,
  payment_intent: z.union([id, z.object({ id: z.string() }).transform((intent) => intent.id)]),
  metadata: z.object({ order: orderId }).nullish().catch(null),
});

function readEvent({ body, signature }: { body: string; signature: string | null }): Stripe.Event {
  const config = configuredStripe();
  if (!config?.webhookSecret) throw notFound();
  try {
    return stripeClient(config).webhooks.constructEvent(body, signature ?? "", config.webhookSecret, TOLERANCE);
  } catch {
    throw new ExpectedError({ code: "badSignature", messageKey: "error:badRequest.text", status: 400 });
  }
}

/**
 * Hears an event of Stripe: `body` as it came, byte for byte. It is written down once and acted upon by a job; Stripe is
 * not asked while it waits for our answer. Throws `badSignature` (400) for what Stripe did not sign lately, and 404
 * where no webhooks are expected.
 */
export async function hearStripe(
  { db, clock, log }: Pick<UseCaseContext, "db" | "clock" | "log">,
  sent: { body: string; signature: string | null },
): Promise<void> {
  const event = readEvent(sent);
  const about = heard.test(event.type) ? objectSchema.safeParse(event.data.object).data : undefined;
  if (!about) return;
  const now = clock.now();
  const row = {
    id: event.id,
    type: event.type,
    sessionId: about.object === "checkout.session" ? about.id : null,
    intentId: about.payment_intent ?? null,
    orderId: about.client_reference_id ?? about.metadata?.order ?? null,
    receivedAt: now,
  };
  await inTransaction(db, async (tx) => {
    const { count } = await tx.stripeEvent.createMany({ data: [row], skipDuplicates: true });
    if (count > 0) await addJob(tx, handleStripeEventJob, { eventId: event.id }, atStripe);
    await tx.stripeEvent.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - KNOWN_MS) } } });
  });
  log.info({ event: event.id, type: event.type, orderId: row.orderId }, "Heard of Stripe");
}
