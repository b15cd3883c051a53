import { refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { grantScholarship } from "#app/features/payment/scholarships/grant-scholarship.server.ts";
import { recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createSeatGroup } from "#tests/factories/group.ts";
import { createBuyer, createPricedCourse } from "#tests/factories/order.ts";
import { createAdmin, createPaidOrder, createTransferOrder } from "#tests/factories/paid-order.ts";
import { askForScholarship } from "#tests/factories/scholarship.ts";
import { type AuditedAct, reason } from "./audited-act.ts";

const today = () => new Date().toISOString().slice(0, 10);
const orderPage = ({ number }: { number: number }) => ({ params: { order: `${number}` } });

/** An order whose money was recorded by one admin and waits for another. */
async function recorded(db: Db) {
  const order = await createTransferOrder(db);
  const transfer = { kind: "bank" as const, reference: `REF-${order.number}`, amount: 4_900, receivedOn: new Date() };
  const transferId = await recordTransfer(await createAdmin(db), { orderId: order.orderId, ...transfer });
  return { order, transferId };
}

/** A paid order of which a part is to be given back by hand. */
async function refunding(db: Db) {
  const order = await createPaidOrder(db);
  const wanted = { orderId: order.orderId, amount: 1_000, keepsAccess: true, reason };
  return { order, refund: await refundOrder(await createAdmin(db), wanted) };
}

async function scholar(db: Db) {
  const { course } = await createPricedCourse(db);
  return askForScholarship(await createBuyer(db), { course });
}

const onOrder = (intent: string, writes: string, ask: AuditedAct["ask"]): AuditedAct => ({
  ...{ act: `admin/order ${intent}`, writes, ask },
});

const orderActs: AuditedAct[] = [
  onOrder("refund", "order.refund", async ({ db }) => {
    const order = await createPaidOrder(db);
    return { ...orderPage(order), form: { intent: "refund", amount: "10", access: "keep", seenRest: "4900", reason } };
  }),
  onOrder("confirm", "order.confirm-refund", async ({ db }) => {
    const { order, refund } = await refunding(db);
    return { ...orderPage(order), form: { intent: "confirm", refund, reason } };
  }),
  onOrder("retry", "order.retry-refund", async ({ db }) => {
    const { order, refund } = await refunding(db);
    await db.orderRefund.update({ where: { id: refund }, data: { state: "failed", endedAt: new Date() } });
    return { ...orderPage(order), form: { intent: "retry", refund, way: "hand", reason } };
  }),
  onOrder("cancel", "order.cancel", async ({ db }) => {
    return { ...orderPage(await createTransferOrder(db)), form: { intent: "cancel", reason } };
  }),
  onOrder("record", "order.record-transfer", async ({ db }) => {
    const order = await createTransferOrder(db);
    const form = { intent: "record", kind: "bank", reference: `TT-${order.number}`, amount: "49" };
    return { ...orderPage(order), form: { ...form, receivedOn: today() } };
  }),
  onOrder("decide", "order.approve-transfer", async ({ db }) => {
    const { order, transferId } = await recorded(db);
    return { ...orderPage(order), form: { intent: "decide", transfer: transferId, decision: "approve", reason } };
  }),
  {
    act: "admin/transfers approve",
    writes: "order.approve-transfer",
    ask: async ({ db }) => ({
      form: { transfer: (await recorded(db)).transferId, decision: "approve", reason },
    }),
  },
  {
    act: "admin/transfers reject",
    writes: "order.reject-transfer",
    ask: async ({ db }) => ({ form: { transfer: (await recorded(db)).transferId, decision: "reject", reason } }),
  },
];

const scholarshipActs: AuditedAct[] = [
  {
    act: "admin/scholarship grant",
    writes: "scholarship.grant",
    ask: async ({ db }) => ({
      params: { scholarship: await scholar(db) },
      form: { act: "grant", share: "part", percent: "50", fund: "", cohort: "own-pace", message: reason },
    }),
  },
  {
    act: "admin/scholarship refuse",
    writes: "scholarship.refuse",
    ask: async ({ db }) => ({ params: { scholarship: await scholar(db) }, form: { act: "refuse", reason } }),
  },
  {
    act: "admin/scholarship takeBack",
    writes: "scholarship.takeBack",
    ask: async ({ db }) => {
      const scholarshipId = await scholar(db);
      await grantScholarship(await createAdmin(db), { scholarshipId, percent: 50, fundId: null, reason });
      return { params: { scholarship: scholarshipId }, form: { act: "takeBack", reason } };
    },
  },
];

const groupActs: AuditedAct[] = [
  {
    act: "admin/new-group ",
    writes: "access-group.create",
    ask: async ({ db }) => {
      const { course } = await createPricedCourse(db);
      const { email } = (await createBuyer(db)).actor;
      const form = { name: "A school", place: course.slug, seats: "2", reference: "INV-9", coordinatorEmail: email };
      return { form };
    },
  },
  {
    act: "admin/group more",
    writes: "access-group.add-seats",
    ask: async ({ db }) => ({
      params: { group: (await createSeatGroup(db)).groupId },
      form: { intent: "more", seats: "1", reference: "INV-8" },
    }),
  },
  {
    act: "admin/group change",
    writes: "access-group.change",
    ask: async ({ db }) => {
      const { email } = (await createBuyer(db)).actor;
      const { groupId } = await createSeatGroup(db);
      return { params: { group: groupId }, form: { intent: "change", coordinatorEmail: email, reason } };
    },
  },
  {
    act: "admin/group close",
    writes: "access-group.close",
    ask: async ({ db }) => ({
      params: { group: (await createSeatGroup(db)).groupId },
      form: { intent: "close", reason },
    }),
  },
];

/** What admins do with the money of others: orders, scholarships, seats that somebody pays for. */
export const moneyActs: AuditedAct[] = [...orderActs, ...scholarshipActs, ...groupActs];
