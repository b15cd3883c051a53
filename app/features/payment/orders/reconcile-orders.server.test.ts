import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createAdmin } from "#tests/factories/finished.ts";
import { createBuyer, inDays, tellAll } from "#tests/factories/order.ts";
import { atCheckout, havingPaid } from "#tests/factories/paying.ts";
import { createPerson } from "#tests/factories/person.ts";
import { decideDispute, dispute, pay, refund } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { beginReconciliation, openNightlyReconciliation } from "./begin-reconciliation.server.ts";
import { findDisputes } from "./find-disputes.server.ts";
import { findReconciliation, findReconciliations } from "./find-reconciliations.server.ts";
import { reconcileOrders, runReconciliation } from "./reconcile-orders.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const clock = { now: () => new Date() };
const from = inDays(-1);

/** Compares, and gives what differed about one order. */
async function differencesOf(orderId: string) {
  const { differences } = await reconcileOrders({ db: database.db, clock }, { from });
  return differences.filter((one) => one.orderId === orderId).map(({ kind, mended }) => [kind, mended]);
}

/** What happened at Stripe is never told. */
const forget = () => {
  stripe().state.events = [];
};

test("a payment, a refund and a dispute of which no event came are found and mended, and agree the next time", async () => {
  const { orderId, session, order, intent } = await atCheckout(database.db);
  pay(stripe().state, session);
  forget();
  expect(await differencesOf(orderId)).toEqual([["paidThere", true]]);
  expect((await order()).state).toBe("paid");
  refund(stripe().state, { intent: await intent(), amount: 1_000 });
  forget();
  expect(await differencesOf(orderId)).toEqual([["refunds", true]]);
  expect(await order()).toMatchObject({ state: "partlyRefunded", refundedAmount: 1_000 });
  const opened = dispute(stripe().state, await intent());
  forget();
  expect(await differencesOf(orderId)).toEqual([["dispute", true]]);
  expect((await order()).state).toBe("disputed");
  decideDispute(stripe().state, opened, "won");
  forget();
  expect(await differencesOf(orderId)).toEqual([["dispute", true]]);
  expect((await order()).state).toBe("partlyRefunded");
  expect(await differencesOf(orderId)).toEqual([]);
});

test("a payment here that Stripe does not know is reported, and nothing is taken from its buyer", async () => {
  const { db } = database;
  const { orderId, place, session } = await havingPaid(db, stripe());
  await db.order.update({ where: { id: orderId }, data: { placedAt: new Date() } });
  stripe().state.sessions.delete(session);
  const at = { now: () => inDays(0.2) };
  const { differences } = await reconcileOrders({ db, clock: at }, { from: new Date(Date.now() - 2 * 3_600_000) });
  expect(differences.filter((one) => one.orderId === orderId)).toMatchObject([{ kind: "missingThere", mended: false }]);
  expect((await place())?.state).toBe("active");
});

test("one that Stripe interrupts says so, begins anew, and finishes once", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const id = await beginReconciliation(admin, { days: 7 });
  expect(await beginReconciliation(await createAdmin(db), { days: 30 })).toBe(id);
  stripe().mood = () => "tooMany";
  await expect(runReconciliation({ db, clock }, { reconciliationId: id })).rejects.toMatchObject({
    code: "stripeAway",
  });
  expect(await findReconciliation(admin, { id })).toMatchObject({ standing: "stopped", stoppedBy: "stripeAway" });
  stripe().mood = () => undefined;
  await runReconciliation({ db, clock }, { reconciliationId: id });
  const report = await findReconciliation(admin, { id });
  expect(report).toMatchObject({ standing: "finished", nightly: false, by: admin.actor.name, stoppedBy: null });
  const asked = stripe().asked.length;
  await runReconciliation({ db, clock }, { reconciliationId: id });
  expect(stripe().asked.length).toBe(asked);
  expect(await beginReconciliation(admin, { days: 7 })).not.toBe(id);
});

test("that of the night goes on where it was interrupted, and is told apart from those of admins", async () => {
  const { db } = database;
  const id = await openNightlyReconciliation({ db, clock });
  expect(await openNightlyReconciliation({ db, clock })).toBe(id);
  const admin = await createAdmin(db);
  const late = { ...admin, clock: { now: () => inDays(1) } };
  expect(await findReconciliation(late, { id })).toMatchObject({ standing: "lost", nightly: true, by: null });
  expect(await openNightlyReconciliation({ db, clock: late.clock })).not.toBe(id);
});

test("an order whose books were changed by hand is reported by its number", async () => {
  const { db } = database;
  const { orderId, order } = await havingPaid(db, stripe());
  await db.orderSeat.deleteMany({ where: { orderId } });
  const { id } = await reconcileOrders({ db, clock }, { from });
  const { differences } = await findReconciliation(await createAdmin(db), { id });
  const { number } = await order();
  expect(differences.filter((one) => one.orderId === orderId)).toMatchObject([
    { kind: "broken", detail: "noSeatNoRefund", order: { number } },
  ]);
});

test("disputes stand with those first whose evidence is due first, and go to the decided ones when they are", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const [one, two] = [await havingPaid(db, stripe()), await havingPaid(db, stripe())];
  for (const { intent } of [one, two]) dispute(stripe().state, await intent());
  await tellAll(db, stripe().state);
  await db.dispute.updateMany({ where: { orderId: two.orderId }, data: { evidenceDueAt: inDays(-1) } });
  const mine = [one.orderId, two.orderId];
  const { open } = await findDisputes(admin);
  expect(open.filter(({ orderId }) => mine.includes(orderId))).toMatchObject([
    { orderId: two.orderId, overdue: true, toAnswer: true },
    {
      orderId: one.orderId,
      overdue: false,
      stripeUrl: `https://dashboard.stripe.com/test/payments/${await one.intent()}`,
    },
  ]);
  await db.dispute.updateMany({ where: { orderId: one.orderId }, data: { status: "lost", closedAt: new Date() } });
  const { closed } = await findDisputes(admin);
  expect(closed.map(({ orderId }) => orderId)).toContain(one.orderId);
});

test("nobody but an admin compares, or sees what was compared or disputed", async () => {
  const { db } = database;
  const buyer = await createBuyer(db);
  const teacher = contextOf(db, await createPerson(db));
  const id = await openNightlyReconciliation({ db, clock });
  for (const ctx of [buyer, teacher]) {
    for (const asked of [
      beginReconciliation(ctx, { days: 7 }),
      findReconciliations(ctx, {}),
      findReconciliation(ctx, { id }),
      findDisputes(ctx),
    ]) {
      await expect(asked).rejects.toMatchObject({ status: 404 });
    }
  }
});
