import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { awardCertificatesHandler } from "#app/features/certificate/issuing/award-certificates.server.ts";
import { findCertificatePanel } from "#app/features/certificate/issuing/find-certificate-panel.server.ts";
import { issueByHand } from "#app/features/certificate/issuing/issue-by-hand.server.ts";
import { runBatchHandler } from "#app/features/certificate/issuing/run-batch.server.ts";
import { startBatch } from "#app/features/certificate/issuing/start-batch.server.ts";
import { previewBatch } from "#app/features/certificate/register/preview-batch.server.ts";
import { findBrokenOrders } from "#app/features/payment/orders/find-broken-orders.server.ts";
import { findMyOrder } from "#app/features/payment/orders/find-my-orders.server.ts";
import { refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createAdmin, createFinished, jobContext } from "#tests/factories/finished.ts";
import { createBuyer, sendRefunds, sessionOf, tellAll } from "#tests/factories/order.ts";
import { type FakeStripe, setStripeKeys, startStripe, unsetStripeKeys } from "#tests/fakes/stripe.ts";
import { decideDispute, dispute, pay } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findCertificateBuying } from "./find-certificate-buying.server.ts";
import { startCheckout } from "./start-checkout.server.ts";

const database = openTestDatabase();
let stripe: FakeStripe;

beforeAll(async () => {
  stripe = await startStripe();
});
afterAll(async () => {
  unsetStripeKeys();
  await stripe.stop();
  expect(stripe.problems).toEqual([]);
});
beforeEach(() => setStripeKeys(stripe));

/** A free course whose certificate costs 15 dollars, and somebody who has finished it. */
async function scene({ amount = 1_500 } = {}) {
  const { db } = database;
  const { course } = await createCourse(db, { certificatePaid: true });
  await db.price.create({ data: { for: "certificate", courseId: course.id, amount, currency: "USD" } });
  const { ctx, learner, enrolmentId } = await createFinished(db, { course });
  const award = () => awardCertificatesHandler.handle(jobContext(db), { enrolmentId });
  const held = () => db.certificate.findFirst({ where: { userId: learner.id, courseId: course.id, current: true } });
  const stand = async () => (await findCertificateBuying(ctx, { course: course.slug }))?.stand;
  return { course, ctx, learner, award, held, stand };
}

const beginToBuy = (ctx: PersonContext, { slug }: { slug: string }, code: string | null = null) =>
  startCheckout(ctx, {
    wanted: { kind: "certificate", course: slug },
    ...{ code, method: "checkout", origin: "https://academy.example/en" },
  });

/** She pays for it, and what follows is done. */
async function bought(amount?: number) {
  const made = await scene({ amount });
  const started = await beginToBuy(made.ctx, made.course);
  const session = await sessionOf(database.db, started.orderId);
  pay(stripe.state, session);
  await tellAll(database.db, stripe.state);
  const intent = async () =>
    (await database.db.order.findUniqueOrThrow({ where: { id: started.orderId } })).stripePaymentIntentId ?? "";
  return { ...made, ...started, session, intent };
}

const refundBy = async (orderId: string, keepsAccess: boolean) => {
  await refundOrder(await createAdmin(database.db), { orderId, amount: null, keepsAccess, reason: "She asked" });
  await sendRefunds(database.db);
  await tellAll(database.db, stripe.state);
};

test("nothing is issued until it is paid for, and then at once, for the price that the server knows", async () => {
  const { ctx, course, award, held, stand } = await scene();
  await award();
  expect(await held()).toBeNull();
  expect(await findCertificatePanel(ctx, { course: course.slug })).toMatchObject({ unpaid: true, finished: true });
  expect(await stand()).toBe("finished");
  const { orderId, number } = await beginToBuy(ctx, course);
  // Pressed again in another tab, it is the same order.
  expect(await beginToBuy(ctx, course)).toMatchObject({ orderId });
  const session = await sessionOf(database.db, orderId);
  expect(stripe.state.sessions.get(session)).toMatchObject({ amount_total: 1_500, currency: "usd" });
  pay(stripe.state, session);
  await tellAll(database.db, stripe.state);
  const jobs = await database.connections.query(
    "select count(*)::int as n from graphile_worker.jobs where key like $1",
    ["award:%"],
  );
  expect(jobs.rows[0].n).toBeGreaterThan(0);
  await award();
  expect(await held()).toMatchObject({ revokedAt: null, cause: "earned" });
  expect(await findMyOrder(ctx, { number })).toMatchObject({ state: "paid", given: true, noSeat: false });
  expect(await stand()).toBe("has");
  await expect(beginToBuy(ctx, course)).rejects.toMatchObject({ code: "alreadyYours" });
  expect(await findBrokenOrders(database.db)).toEqual([]);
});

test("a certificate that somebody has by an order that was not paid, or money without one, is found", async () => {
  const { course, learner, ctx } = await scene();
  const { orderId } = await beginToBuy(ctx, course);
  const right = { userId: learner.id, courseId: course.id, orderId, grantedAt: new Date() };
  await database.db.certificateRight.create({ data: right });
  expect(await findBrokenOrders(database.db)).toMatchObject([{ orderId, detail: "seatUnpaid" }]);
  await database.db.certificateRight.deleteMany({ where: { orderId } });
  const now = new Date();
  await database.db.orderEvent.create({ data: { orderId, kind: "paid", key: "paid", paid: 1_500 } });
  const paid = { state: "paid" as const, paidAt: now, settledAt: now };
  await database.db.order.update({ where: { id: orderId }, data: paid });
  expect(await findBrokenOrders(database.db)).toMatchObject([{ orderId, detail: "noSeatNoRefund" }]);
  await database.db.orderEvent.create({ data: { orderId, kind: "seatGiven", key: "seatGiven" } });
});

test("a refund that takes it back revokes the certificate, and paying again brings the same one back", async () => {
  const { ctx, course, award, held, stand, orderId } = await bought();
  await award();
  const first = await held();
  await refundBy(orderId, false);
  expect(await held()).toMatchObject({ serial: first?.serial, revokedReason: expect.any(String) });
  expect((await held())?.revokedAt).not.toBeNull();
  expect(await stand()).toBe("finished");
  const again = await beginToBuy(ctx, course);
  pay(stripe.state, await sessionOf(database.db, again.orderId));
  await tellAll(database.db, stripe.state);
  expect(await held()).toMatchObject({ serial: first?.serial, revokedAt: null, revokedReason: null });
});

test("a refund that leaves it to her leaves it, also one that is not issued yet", async () => {
  const { award, held, orderId } = await bought();
  await refundBy(orderId, true);
  await award();
  expect(await held()).toMatchObject({ revokedAt: null });
});

test("while a payment is disputed nothing is issued by it; won it is, lost what was issued is revoked", async () => {
  const won = await bought();
  const open = dispute(stripe.state, await won.intent());
  await tellAll(database.db, stripe.state);
  await won.award();
  expect(await won.held()).toBeNull();
  decideDispute(stripe.state, open, "won");
  await tellAll(database.db, stripe.state);
  await won.award();
  expect(await won.held()).toMatchObject({ revokedAt: null });

  const lost = await bought();
  await lost.award();
  const other = dispute(stripe.state, await lost.intent());
  await tellAll(database.db, stripe.state);
  expect(await lost.held()).toMatchObject({ revokedAt: null });
  decideDispute(stripe.state, other, "lost");
  await tellAll(database.db, stripe.state);
  expect((await lost.held())?.revokedAt).not.toBeNull();
});

test("an admin's own revocation is not undone by paying, and what came of a refund changes no later order", async () => {
  const { ctx, course, award, held, stand, orderId } = await bought();
  await award();
  const certificate = await held();
  await refundBy(orderId, false);
  await database.db.certificate.update({
    where: { id: certificate?.id ?? "" },
    data: { revokedAt: new Date(), revokedReason: "Copied" },
  });
  expect(await stand()).toBe("notSold");
  await expect(beginToBuy(ctx, course)).rejects.toMatchObject({ code: "notForSale" });
});

test("what came in another way while she paid is refunded whole, and she keeps it", async () => {
  const { ctx, course, learner, held } = await scene();
  const { orderId } = await beginToBuy(ctx, course);
  const admin = await createAdmin(database.db);
  await issueByHand(admin, { learner: learner.id, for: { courseId: course.id }, reason: "A guest of the academy" });
  pay(stripe.state, await sessionOf(database.db, orderId));
  await tellAll(database.db, stripe.state);
  await sendRefunds(database.db);
  await tellAll(database.db, stripe.state);
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
    state: "refunded",
    refundedAmount: 1_500,
  });
  expect(await held()).toMatchObject({ revokedAt: null });
});

test("it is sold to who learns the course, once a price holds, and by coupons that hold for everything", async () => {
  const { course } = await scene();
  const stranger = await createBuyer(database.db);
  await expect(beginToBuy(stranger, course)).rejects.toMatchObject({ code: "notEnrolled" });
  const { ctx, course: unsold } = await scene();
  await database.db.price.deleteMany({ where: { courseId: unsold.id } });
  await expect(beginToBuy(ctx, unsold)).rejects.toMatchObject({ code: "notForSale" });
  const free = await createCourse(database.db);
  await expect(beginToBuy(stranger, free.course)).rejects.toMatchObject({ status: 404 });

  const buyer = await scene();
  const only = await database.db.coupon.create({
    data: { code: `C-${course.slug}`.toUpperCase(), kind: "free", courses: { create: { courseId: buyer.course.id } } },
  });
  await expect(beginToBuy(buyer.ctx, buyer.course, only.code)).rejects.toMatchObject({ code: "couponElsewhere" });
  const every = await database.db.coupon.create({ data: { code: `E-${course.slug}`.toUpperCase(), kind: "free" } });
  expect(await beginToBuy(buyer.ctx, buyer.course, every.code)).toMatchObject({ next: "given" });
  await buyer.award();
  expect(await buyer.held()).not.toBeNull();
});

test("a batch leaves out who has not paid, and says so before", async () => {
  const { course, learner, held } = await scene();
  const admin = await createAdmin(database.db);
  const subject = { courseId: course.id };
  expect(await previewBatch(admin, { for: subject })).toMatchObject({
    given: 0,
    leftOut: [{ why: "unpaid", count: 1, people: [{ id: learner.id }] }],
  });
  const { batchId } = await startBatch(admin, { for: subject, reason: "The term is over" });
  await runBatchHandler.handle(jobContext(database.db), { batchId });
  expect(await held()).toBeNull();
  const items = await database.db.certificateBatchItem.findMany({ where: { batchId } });
  expect(items).toMatchObject([{ outcome: "skipped", why: "unpaid" }]);
});
