import { readSettings } from "#app/features/setting/find-settings.server.ts";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { namesOf } from "#app/platform/site/site-names.ts";
import { taxShare } from "./tax-share.ts";
import { type PaperFacts, writeCreditNote, writeInvoice } from "./write-content.ts";

const billedColumns = {
  ...{ id: true, number: true, locale: true, currency: true, amount: true, paidAmount: true, taxAmount: true },
  ...{
    method: true,
    placedAt: true,
    paidAt: true,
    expiresAt: true,
    buyerName: true,
    buyerEmail: true,
    buyerCountry: true,
  },
  buyer: { select: { billingDetails: { select: { name: true, address: true, taxNumber: true } } } },
  lines: {
    orderBy: { position: "asc" },
    select: { kind: true, titles: true, quantity: true, listAmount: true, discountAmount: true, amount: true },
  },
  transfers: { where: { approvedAt: { not: null } }, select: { kind: true, reference: true } },
} satisfies Prisma.OrderSelect;

/** An order as its papers are written from. Throws where there is none. */
export async function readBilledOrder(db: DbOrTx, orderId: string) {
  const order = await db.order.findUniqueOrThrow({ where: { id: orderId }, select: billedColumns });
  const settings = await readSettings(db);
  return { order, payee: settings.payee, names: namesOf(settings) };
}
type Billed = Awaited<ReturnType<typeof readBilledOrder>>;

/** What of an order every paper says, `amount` and `taxAmount` being what this one is about. */
export function paperFactsOf(
  { order, payee, names }: Billed,
  { amount, taxAmount, now }: { amount: number; taxAmount: number; now: Date },
): PaperFacts {
  const { buyerName: name, buyerEmail: email, buyerCountry: country, buyer, number, placedAt, currency } = order;
  const lines = order.lines.map(({ titles, ...line }) => ({ ...line, titles: translatedSchema.parse(titles) }));
  return {
    ...{ origin: configuredOrigin, payee, names, amount, taxAmount, now },
    locale: isLocale(order.locale) ? order.locale : defaultLocale,
    buyer: { name, email, country, billing: buyer?.billingDetails ?? null },
    order: { number, placedAt, currency, lines },
  };
}

function paymentOf({ order }: Billed) {
  const [transfer] = order.transfers;
  return { by: transfer?.kind ?? ("checkout" as const), reference: transfer?.reference ?? null };
}

/**
 * Issues the invoice of an order that was paid, once, in the transaction in which it is: its number, without gaps in its
 * year, is drawn as that commits. None for an order that cost nothing, or that got another sum than was agreed, or whose
 * money goes back because no seat was left: nothing was sold then.
 */
export async function issueInvoice(tx: Tx, { orderId, now }: { orderId: string; now: Date }): Promise<void> {
  const billed = await readBilledOrder(tx, orderId);
  const { id, amount, paidAmount, taxAmount, paidAt, locale, currency } = billed.order;
  if (!paidAt || amount === 0 || paidAmount !== amount) return;
  const known = { OR: [{ events: { some: { kind: "noSeat" as const } } }, { invoices: { some: {} } }] };
  if ((await tx.order.count({ where: { id, ...known } })) > 0) return;
  const content = writeInvoice(paperFactsOf(billed, { amount, taxAmount, now }), { paidAt, ...paymentOf(billed) });
  const row = { kind: "invoice" as const, year: now.getUTCFullYear(), orderId, locale, currency, amount, taxAmount };
  await tx.invoice.create({ data: { ...row, content, issuedAt: now } });
}

/**
 * Issues the credit note of a refund that went through, once, in the transaction in which it did. None where the order
 * has no invoice from which to take something back.
 */
export async function issueCreditNote(tx: Tx, { refundId, now }: { refundId: string; now: Date }): Promise<void> {
  const refund = await tx.orderRefund.findUniqueOrThrow({
    where: { id: refundId },
    select: { orderId: true, amount: true, byHand: true, creditNote: { select: { id: true } } },
  });
  const { orderId, amount, byHand, creditNote } = refund;
  const invoice = await tx.invoice.findFirst({ where: { orderId, kind: "invoice" } });
  if (!invoice || creditNote) return;
  const earlier = { orderId, kind: "creditNote" as const, voidedAt: null };
  const { _sum } = await tx.invoice.aggregate({ where: earlier, _sum: { amount: true } });
  const { amount: paid, taxAmount: tax, locale, currency } = invoice;
  const taxAmount = taxShare({ paid, tax, before: _sum.amount ?? 0, amount });
  const billed = await readBilledOrder(tx, orderId);
  const content = writeCreditNote(paperFactsOf(billed, { amount, taxAmount, now }), {
    by: byHand && billed.order.method === "checkout" ? "hand" : paymentOf(billed).by,
  });
  const row = { kind: "creditNote" as const, year: now.getUTCFullYear(), orderId, refundId, locale, currency };
  await tx.invoice.create({ data: { ...row, amount, taxAmount, content, issuedAt: now } });
}

/** Says of the credit note of a refund that came back that it no longer holds; its number stays. */
export async function voidCreditNote(tx: Tx, { refundId, now }: { refundId: string; now: Date }): Promise<void> {
  await tx.invoice.updateMany({ where: { refundId, voidedAt: null }, data: { voidedAt: now } });
}
