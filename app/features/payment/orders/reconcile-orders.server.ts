import type Stripe from "stripe";
import { askStripe, openStripe } from "#app/features/payment/stripe/ask-stripe.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { compareSession } from "./compare-session.server.ts";
import { type Difference, differencesSchema } from "./differences.ts";
import { findBrokenOrders } from "./find-broken-orders.server.ts";
import { syncOrder } from "./sync-order.server.ts";

type ReconcileContext = { db: Db; clock: Clock };

const PAGE = 100;
const expand = ["payment_intent.latest_charge"];
const HOUR_MS = 60 * 60_000;

/** Stripe's sessions, newest first, back to a moment. */
async function* sessionsSince(stripe: Stripe, from: Date): AsyncGenerator<Stripe.Checkout.Session> {
  const inList = { limit: PAGE, expand: expand.map((path) => `data.${path}`) };
  let after: string | undefined;
  for (;;) {
    const cursor = after ? { starting_after: after } : {};
    const { data, has_more } = await askStripe(() => stripe.checkout.sessions.list({ ...inList, ...cursor }));
    for (const session of data) {
      if (session.created * 1_000 < from.getTime()) return;
      yield session;
    }
    after = data.at(-1)?.id;
    if (!has_more || !after) return;
  }
}

/** What it gives, or why not; a Stripe that is away ends the whole comparison. */
async function tryTo(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof ExpectedError && error.code === "stripeAway") throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Asks again about an order that differs, and says whether it agrees then. */
async function mend(ctx: ReconcileContext, difference: Difference): Promise<Difference[]> {
  const { orderId, sessionId } = difference;
  if (!orderId || !sessionId) return [difference];
  const fault = await tryTo(() => syncOrder(ctx, { orderId, sessionId }));
  if (fault) return [difference, { ...difference, kind: "unanswered", detail: fault }];
  const { stripe } = openStripe();
  const session = await askStripe(() => stripe.checkout.sessions.retrieve(sessionId, { expand }));
  return [{ ...difference, mended: (await compareSession(ctx.db, session)) === undefined }];
}

/** Orders that were paid by a session since `from`, and which Stripe did not tell of. */
async function findMissing(
  db: Db,
  { from, until, seen }: { from: Date; until: Date; seen: ReadonlySet<string> },
): Promise<Difference[]> {
  // A session is made after its order, and clocks differ: what lies at the edge is for another time.
  const placedAt = { gte: new Date(from.getTime() + HOUR_MS) };
  const orders = await db.order.findMany({
    where: { method: "checkout", placedAt, paidAt: { lt: until }, stripeSessionId: { not: null } },
    select: { id: true, stripeSessionId: true },
  });
  return orders
    .filter(({ stripeSessionId }) => stripeSessionId !== null && !seen.has(stripeSessionId))
    .map(({ id, stripeSessionId }) => {
      return { kind: "missingThere", orderId: id, sessionId: stripeSessionId, detail: "", mended: false };
    });
}

/** Asks how disputes stand that are open here: that one was decided may not have been heard. */
async function askDisputes(ctx: ReconcileContext): Promise<Difference[]> {
  const open = await ctx.db.dispute.findMany({ where: { closedAt: null }, select: { orderId: true } });
  const statusesOf = async (orderId: string) => {
    const disputes = await ctx.db.dispute.findMany({ where: { orderId }, orderBy: { id: "asc" } });
    return disputes.map(({ status }) => status).join(" ");
  };
  const differences: Difference[] = [];
  for (const orderId of new Set(open.map((dispute) => dispute.orderId))) {
    const base = { orderId, sessionId: null, mended: false };
    const before = await statusesOf(orderId);
    const fault = await tryTo(() => syncOrder(ctx, { orderId }));
    if (fault) differences.push({ ...base, kind: "unanswered", detail: fault });
    const after = await statusesOf(orderId);
    if (after !== before) differences.push({ ...base, kind: "dispute", detail: `${before} ${after}`, mended: true });
  }
  return differences;
}

async function compareWithStripe(
  ctx: ReconcileContext,
  { id, from, started }: { id: string; from: Date; started: Date },
): Promise<{ compared: number; differences: Difference[] }> {
  const { db } = ctx;
  if (!configuredStripe()) return { compared: 0, differences: [] };
  const differences: Difference[] = [];
  const seen = new Set<string>();
  for await (const session of sessionsSince(openStripe().stripe, from)) {
    seen.add(session.id);
    const difference = await compareSession(db, session);
    if (difference) differences.push(...(await mend(ctx, difference)));
    if (seen.size % PAGE === 0) await db.reconciliation.update({ where: { id }, data: { compared: seen.size } });
  }
  differences.push(...(await findMissing(db, { from, until: started, seen })), ...(await askDisputes(ctx)));
  return { compared: seen.size, differences };
}

/**
 * Does a comparison that was begun: our orders against Stripe's sessions, payments, refunds and disputes since its
 * `from`. What differs is asked again, which mends it where Stripe knows better; all that differed is kept. Orders that
 * do not fit together by themselves are reported too. One that is finished is left as it is; one that was interrupted
 * begins anew. For jobs. Throws `stripeAway`, and writes down that it stopped by it.
 */
export async function runReconciliation(
  { db, clock }: ReconcileContext,
  { reconciliationId: id }: { reconciliationId: string },
): Promise<{ id: string; compared: number; differences: Difference[] }> {
  const row = await db.reconciliation.findUniqueOrThrow({ where: { id } });
  const kept = { id, compared: row.compared, differences: differencesSchema.parse(row.differences) };
  if (row.finishedAt) return kept;
  const expected = await db.order.count({ where: { stripeSessionId: { not: null }, placedAt: { gte: row.from } } });
  await db.reconciliation.update({ where: { id }, data: { expected, compared: 0, stoppedBy: null } });
  try {
    const { compared, differences: found } = await compareWithStripe(
      { db, clock },
      { id, from: row.from, started: clock.now() },
    );
    const differences = [...found, ...(await findBrokenOrders(db))];
    const data = { finishedAt: clock.now(), compared, differences: differencesSchema.parse(differences) };
    await db.reconciliation.update({ where: { id }, data });
    return { id, compared, differences };
  } catch (error) {
    const stoppedBy = error instanceof ExpectedError ? error.code : "fault";
    await db.reconciliation.update({ where: { id }, data: { stoppedBy } });
    throw error;
  }
}

/** Begins a comparison since a moment, and does it at once. Throws `stripeAway`. */
export async function reconcileOrders(
  ctx: ReconcileContext,
  { from }: { from: Date },
): Promise<{ id: string; compared: number; differences: Difference[] }> {
  const { id } = await ctx.db.reconciliation.create({
    data: { from, startedAt: ctx.clock.now() },
    select: { id: true },
  });
  return runReconciliation(ctx, { reconciliationId: id });
}
