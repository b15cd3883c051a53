import { expect, test } from "vitest";
import { z } from "zod";
import { orderHandlers } from "#app/features/payment/order-handlers.server.ts";
import { beginReconciliation } from "#app/features/payment/orders/begin-reconciliation.server.ts";
import { reconcileJob } from "#app/features/payment/orders/order-jobs.ts";
import { refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { tendOrders } from "#app/features/payment/orders/tend-orders.server.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { locales } from "#app/platform/i18n/locales.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { createAdmin, jobContext } from "#tests/factories/finished.ts";
import { inDays, sendRefunds, tellAll } from "#tests/factories/order.ts";
import { takeOrderMails } from "#tests/factories/order-mails.ts";
import { createTransferOrder, payByTransfer } from "#tests/factories/paid-order.ts";
import { atCheckout, havingPaid } from "#tests/factories/paying.ts";
import { dispute, expire, pay, settle } from "#tests/fakes/stripe-acts.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { openTestStripe } from "#tests/setup/stripe.ts";
import { adminMails, differencesMail } from "./admin-mails.ts";
import { buyerMails } from "./order-mails.ts";
import { tellOfOrder } from "./tell-of-order.server.ts";

const database = openTestDatabase();
const stripe = openTestStripe();
const IBAN = "IBAN: PS92 0000 1234";

const mailsTo = async (to: string) => (await takeOrderMails(database)).filter((mail) => mail.to === to);

test("who will transfer is told how much, to which account and with which reference; then that it came, with its invoice", async () => {
  const { db } = database;
  const payee = { names: {}, addresses: {}, taxNumber: "", bankDetails: { en: `Example Bank\n${IBAN}` } };
  await changeSettings(await createAdmin(db), { payee });
  const { ctx, orderId, number } = await createTransferOrder(db);
  const [placed, ...more] = await mailsTo(ctx.actor.email);
  expect(more).toEqual([]);
  for (const said of ["٤٩", `MAQDIS-${number}`, IBAN, `/account/orders/${number}`])
    expect(placed?.text).toContain(said);
  await payByTransfer(db, { orderId });
  const [paid] = await mailsTo(ctx.actor.email);
  expect(paid?.text).toContain(`/account/orders/${number}/invoice.pdf`);
  expect(paid?.text).toMatch(/INV-\d{4}-\d{6}/);
});

test("who pays at once hears that it came and nothing before; who gets a part back hears of that, once", async () => {
  const { ctx, orderId, order } = await havingPaid(database.db, stripe());
  const { number } = await order();
  expect((await mailsTo(ctx.actor.email)).map(({ text }) => text.includes("invoice.pdf"))).toEqual([true]);
  const admin = await createAdmin(database.db);
  await refundOrder(admin, { orderId, amount: 900, keepsAccess: true, reason: "A private reason" });
  await sendRefunds(database.db);
  await tellAll(database.db, stripe().state);
  await syncOrder({ db: database.db, clock: { now: () => new Date() } }, { orderId });
  const told = await mailsTo(ctx.actor.email);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(`/account/orders/${number}/credit-notes/CN-`);
  expect(told[0]?.text).not.toContain("A private reason");
});

test("a delayed payment is told as on its way, and one that does not come as failed", async () => {
  const { ctx, session } = await atCheckout(database.db);
  pay(stripe().state, session, { delayed: true });
  await tellAll(database.db, stripe().state);
  expect(await mailsTo(ctx.actor.email)).toHaveLength(1);
  settle(stripe().state, session, { came: false });
  await tellAll(database.db, stripe().state);
  expect(await mailsTo(ctx.actor.email)).toHaveLength(1);
});

test("who lets the time pass hears that the order expired; who finds no seat that her money goes back, and not that it came", async () => {
  const { db } = database;
  const late = await atCheckout(db, { seats: 1 });
  expire(stripe().state, late.session);
  await tellAll(db, stripe().state);
  expect(await mailsTo(late.ctx.actor.email)).toHaveLength(1);
  const waiting = await createTransferOrder(db, { seats: 1 });
  await mailsTo(waiting.ctx.actor.email);
  await db.orderSeat.updateMany({ where: { orderId: waiting.orderId }, data: { state: "released" } });
  await payByTransfer(db, waiting);
  const told = await mailsTo(waiting.ctx.actor.email);
  expect(told.map(({ text }) => text.includes("invoice.pdf"))).toEqual([false]);
});

test("each admin hears of a dispute, and that evidence is due a week and two days before, each once", async () => {
  const { db } = database;
  const { order, intent } = await havingPaid(db, stripe());
  const admins = await db.user.count({ where: { role: "admin", suspendedAt: null } });
  await takeOrderMails(database);
  const id = dispute(stripe().state, await intent());
  await tellAll(db, stripe().state);
  const opened = await takeOrderMails(database);
  expect(opened).toHaveLength(admins);
  expect(opened[0]?.text).toContain(`/admin/orders/${(await order()).number}`);
  await db.dispute.update({ where: { stripeDisputeId: id }, data: { evidenceDueAt: inDays(10) } });
  const counts = [];
  for (const day of [0, 4, 4.1, 8.5, 9, 11]) {
    await tendOrders({ db, clock: { now: () => inDays(day) } });
    counts.push((await takeOrderMails(database)).length);
  }
  expect(counts).toEqual([0, admins, 0, admins, 0, 0]);
});

test("nobody is reminded of evidence that was handed in", async () => {
  const { db } = database;
  const { intent } = await havingPaid(db, stripe());
  const id = dispute(stripe().state, await intent());
  await tellAll(db, stripe().state);
  await db.dispute.update({
    where: { stripeDisputeId: id },
    data: { status: "under_review", evidenceDueAt: inDays(1) },
  });
  await takeOrderMails(database);
  await tendOrders({ db, clock: { now: () => new Date() } });
  expect(await takeOrderMails(database)).toEqual([]);
});

test("admins hear of what the comparison at night found, and not of one that an admin asked for", async () => {
  const { db } = database;
  const { orderId } = await havingPaid(db, stripe());
  await db.orderSeat.updateMany({ where: { orderId }, data: { state: "released", enrolmentId: null } });
  await takeOrderMails(database);
  const handler = orderHandlers.find(({ name }) => name === reconcileJob.name);
  const reconciliationId = await beginReconciliation(await createAdmin(db), { days: 1 });
  await handler?.handle(jobContext(db), { reconciliationId });
  expect(await takeOrderMails(database)).toEqual([]);
  await handler?.handle(jobContext(db), {});
  const admins = await db.user.count({ where: { role: "admin", suspendedAt: null } });
  const told = await takeOrderMails(database);
  expect(told).toHaveLength(admins);
  expect(told[0]?.text).toContain("/admin/reconciliations/");
});

test("told twice, the buyer gets one mail", async () => {
  const { db } = database;
  const { ctx, orderId } = await havingPaid(db, stripe());
  await tellOfOrder({ db }, { orderId, key: "paid" });
  await tellOfOrder({ db }, { orderId, key: "paid" });
  expect(await mailsTo(ctx.actor.email)).toHaveLength(1);
  await tellOfOrder({ db }, { orderId, key: "never happened" });
  expect(await takeOrderMails(database)).toEqual([]);
});

const sample = {
  ...{
    number: 1042,
    titles: [{ ar: "القدس عبر العصور", en: "Jerusalem through the ages" }],
    amount: 4_900,
    currency: "JOD",
  },
  formats: { timeZone: "Asia/Jerusalem", calendar: "both", digits: "automatic" },
  ...{ expiresAt: "2026-12-04T10:00:00.000Z", bankDetails: { en: IBAN }, dueAt: "2026-12-04T10:00:00.000Z" },
  ...{ invoice: "INV-2026-000042", creditNote: "CN-2026-000007", byHand: false },
};

test.each([...buyerMails, ...adminMails])("the mail $name says all it has to in every language", (kind) => {
  const values =
    kind.name === differencesMail.name
      ? { reconciliationId: "0190a5f0-0000-7000-8000-000000000000", count: 3 }
      : z.looseObject({}).parse(sample);
  for (const locale of locales) {
    const { subject, text } = writeMail({ kind, locale, values });
    expect(`${subject} ${text}`).not.toMatch(/\{\{|\}\}|undefined|order-mail/);
    expect(text).toContain(`/${locale}/`);
  }
});
