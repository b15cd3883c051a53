import { expect, test } from "vitest";
import { confirmRefund, refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { createAdmin, createPaidOrder, createTransferOrder, payByTransfer } from "#tests/factories/paid-order.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { findInvoices, findPaper } from "./find-invoices.server.ts";
import { invoiceContentSchema } from "./invoice-content.ts";
import { readInvoiceNumber, writeInvoiceNumber } from "./invoice-number.ts";
import { voidCreditNote } from "./issue-invoice.server.ts";

const database = openTestDatabase({ pool: 20 });

const positions = async (kind: "invoice" | "creditNote", year: number) => {
  const rows = await database.db.invoice.findMany({ where: { kind, year }, orderBy: { position: "asc" } });
  return rows.map(({ position }) => position);
};

async function giveBack(orderId: string, amount: number | null) {
  const admin = await createAdmin(database.db);
  const refundId = await refundOrder(admin, { orderId, amount, keepsAccess: true, reason: "She asked." });
  await confirmRefund(admin, { refundId, reason: "Sent by the bank." });
  return refundId;
}

test("who pays has an invoice with what was bought, and it stays as it was whatever changes later", async () => {
  const { db } = database;
  const admin = await createAdmin(db);
  const payee = { names: { en: "Jerusalem Studies Association" }, addresses: {}, taxNumber: "77", bankDetails: {} };
  await changeSettings(admin, { payee });
  const { ctx, orderId, number } = await createPaidOrder(db);
  const before = await findPaper(ctx, { order: number, of: "actor" });
  expect(before.number).toMatch(/^INV-\d{4}-\d{6}$/);
  const words = JSON.stringify(before.content);
  expect(words).toContain("Jerusalem Studies Association");
  expect(words).toContain(ctx.actor.name);
  await changeSettings(admin, { payee: { ...payee, names: { en: "Another name" } } });
  await db.user.update({ where: { id: ctx.actor.id }, data: { name: "Somebody else" } });
  expect(await findPaper(ctx, { order: number, of: "actor" })).toEqual(before);
  expect(await findInvoices(db, { orderId })).toMatchObject([{ kind: "invoice", amount: 4_900, currency: "USD" }]);
});

test("numbers have no gaps within their year, though many pay at once and some of it is undone", async () => {
  const { db } = database;
  const now = new Date("2031-03-01T10:00:00Z");
  const orders = await Promise.all(Array.from({ length: 12 }, () => createTransferOrder(db, { now })));
  const undone = inTransaction(db, async (tx) => {
    const content = {};
    const row = { kind: "invoice" as const, year: 2031, locale: "en", currency: "USD", amount: 1, content };
    await tx.invoice.create({ data: { ...row, orderId: orders[0]?.orderId ?? "", issuedAt: now } });
    throw new Error("undone");
  });
  await Promise.allSettled([undone, ...orders.map(({ orderId }) => payByTransfer(db, { orderId, now }))]);
  expect(await positions("invoice", 2031)).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));
  const next = await createPaidOrder(db, { now: new Date("2032-01-01T00:00:00Z") });
  expect(await findInvoices(db, next)).toMatchObject([{ number: "INV-2032-000001" }]);
});

test("each refund has a credit note that names its invoice, and their taxes add up to the tax of the whole", async () => {
  const { db } = database;
  const { ctx, orderId, number } = await createTransferOrder(db);
  await db.order.update({ where: { id: orderId }, data: { taxAmount: 1_000 } });
  await payByTransfer(db, { orderId });
  for (const amount of [1_633, 1_633, null]) await giveBack(orderId, amount);
  const notes = await db.invoice.findMany({ where: { orderId, kind: "creditNote" }, orderBy: { position: "asc" } });
  expect(notes.map(({ amount, taxAmount }) => [amount, taxAmount])).toEqual([
    [1_633, 333],
    [1_633, 334],
    [1_634, 333],
  ]);
  const [invoice, ...listed] = await findInvoices(db, { orderId });
  const paper = await findPaper(ctx, { order: number, number: listed[1]?.number, of: "actor" });
  expect(paper).toMatchObject({ number: listed[1]?.number, invoice: invoice?.number, isVoid: false });
  expect(JSON.stringify(invoiceContentSchema.parse(paper.content))).not.toContain("She asked.");
});

test("the credit note of a refund that came back is void and keeps its number, and the tax is credited with the next", async () => {
  const { db } = database;
  const { ctx, orderId, number } = await createPaidOrder(db);
  const refundId = await giveBack(orderId, 1_000);
  await inTransaction(db, (tx) => voidCreditNote(tx, { refundId, now: new Date() }));
  const [, note] = await findInvoices(db, { orderId });
  expect(await findPaper(ctx, { order: number, number: note?.number, of: "actor" })).toMatchObject({ isVoid: true });
});

test("an order that waits for a transfer has a request to pay it, without a number; one that ended has none", async () => {
  const { db } = database;
  const { ctx, orderId, number } = await createTransferOrder(db);
  const request = await findPaper(ctx, { order: number, of: "actor" });
  expect(request.number).toBeNull();
  expect(JSON.stringify(request.content)).toContain(`MAQDIS-${number}`);
  expect(await db.invoice.count({ where: { orderId } })).toBe(0);
  await db.order.update({ where: { id: orderId }, data: { state: "expired" } });
  await expect(findPaper(ctx, { order: number, of: "actor" })).rejects.toMatchObject({ status: 404 });
});

test("nobody but the buyer and admins has a paper, and no paper of another order", async () => {
  const { db } = database;
  const [mine, other] = [await createPaidOrder(db), await createPaidOrder(db)];
  await giveBack(other.orderId, 500);
  const [, note] = await findInvoices(db, other);
  const refused = { status: 404 };
  const { ctx } = mine;
  await expect(findPaper(ctx, { order: other.number, of: "actor" })).rejects.toMatchObject(refused);
  await expect(findPaper(ctx, { order: mine.number, of: "anybody" })).rejects.toMatchObject(refused);
  const asked = { order: mine.number, of: "actor" as const };
  for (const number of [note?.number, "CN-2026-999999", "INV-2026-000001", "' OR 1", ""]) {
    await expect(findPaper(ctx, { ...asked, number })).rejects.toMatchObject(refused);
  }
  const admin = await createAdmin(db);
  expect(await findPaper(admin, { order: other.number, of: "anybody" })).toMatchObject({ isVoid: false });
});

test("who gets her money back because no seat was left has no invoice, for nothing was sold", async () => {
  const { db } = database;
  const late = await createTransferOrder(db, { seats: 1 });
  await db.orderSeat.updateMany({ where: { orderId: late.orderId }, data: { state: "released" } });
  await payByTransfer(db, late);
  expect((await db.order.findUniqueOrThrow({ where: { id: late.orderId } })).state).toBe("paid");
  expect(await findInvoices(db, late)).toEqual([]);
});

test("PostgreSQL lets nobody change an invoice, draw its number, or take one away", async () => {
  const { db } = database;
  const { orderId } = await createPaidOrder(db);
  const frozen = /never changes/;
  await expect(db.invoice.updateMany({ where: { orderId }, data: { amount: 1 } })).rejects.toThrow(frozen);
  await expect(db.invoice.updateMany({ where: { orderId }, data: { content: {} } })).rejects.toThrow(frozen);
  await expect(db.invoice.updateMany({ where: { orderId }, data: { position: 999 } })).rejects.toThrow(frozen);
  await expect(db.invoice.deleteMany({ where: { orderId } })).rejects.toThrow(/never removed/);
  await expect(db.invoiceSeries.updateMany({ data: { last: 0 } })).rejects.toThrow(frozen);
  const [row] = await db.invoice.findMany({ where: { orderId } });
  if (!row) throw new Error("It has an invoice");
  const again = { ...row, id: undefined, position: null, content: {} };
  await expect(db.invoice.create({ data: again })).rejects.toMatchObject({ code: "P2002" });
});

test("a number reads as it was written, and nothing else does", () => {
  const place = { kind: "creditNote" as const, year: 2026, position: 42 };
  expect(readInvoiceNumber(writeInvoiceNumber(place))).toEqual(place);
  for (const strange of ["CN-2026-42", "cn-2026-000042", "CN-2026-0000420000", "INV-26-000001"]) {
    expect(readInvoiceNumber(strange)).toBeUndefined();
  }
});
