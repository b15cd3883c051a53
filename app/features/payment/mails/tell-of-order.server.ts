import { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import { writeInvoiceNumber } from "#app/features/payment/documents/invoice-number.ts";
import { readSettings } from "#app/features/setting/find-settings.server.ts";
import type { Db, Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import { disputeOpenedMail, evidenceDueMail, refundFailedMail } from "./admin-mails.ts";
import * as mails from "./order-mails.ts";
import { formatsOf, tellAdmins } from "./tell-admins.server.ts";

const happened = {
  ...{ id: true, kind: true, detail: true },
  order: {
    select: {
      ...{ id: true, number: true, locale: true, amount: true, paidAmount: true, currency: true, expiresAt: true },
      buyerEmail: true,
      buyer: { select: { id: true, timeZone: true, calendar: true, digits: true } },
      lines: { orderBy: { position: "asc" }, select: { titles: true } },
      events: { where: { kind: "noSeat" }, select: { id: true } },
      invoices: { select: { kind: true, year: true, position: true, refundId: true } },
    },
  },
} satisfies Prisma.OrderEventSelect;

type Event = Prisma.OrderEventGetPayload<{ select: typeof happened }>;

const detailSchema = z
  .object({ amount: z.number(), refund: z.string(), dispute: z.string() })
  .partial()
  .nullable()
  .catch(null);

const anywhere = { timeZone: null, calendar: "gregorian", digits: "automatic" } as const;

async function valuesOf(tx: Tx, { order }: Event, amount: number) {
  const { number, currency, buyer, lines } = order;
  const titles = lines.map((line) => translatedSchema.parse(line.titles));
  return { number, titles, amount, currency, formats: await formatsOf(tx, buyer ?? anywhere) };
}

/** To the address that she has now; to that of the order where her account is gone, for it is about her money. */
async function tellBuyer<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  { kind, event, values }: { kind: NoticeMailKind<Values>; event: Event; values: z.input<Values> },
): Promise<void> {
  const { buyer, buyerEmail, locale: ordered } = event.order;
  const locale = isLocale(ordered) ? ordered : defaultLocale;
  if (buyer)
    await notify(tx, { kind, userId: buyer.id, values, locale, key: `order:${event.id}`, evenSuspended: true });
  else await addMail(tx, kind, { to: buyerEmail, locale, values });
}

function numberOf({ order }: Event, refundId?: string): string | null {
  const paper = order.invoices.find((one) => one.refundId === (refundId ?? null));
  return paper && paper.position !== null ? writeInvoiceNumber({ ...paper, position: paper.position }) : null;
}

async function tellPlaced(tx: Tx, event: Event): Promise<void> {
  const { payee } = await readSettings(tx);
  const { amount, expiresAt } = event.order;
  const values = {
    ...(await valuesOf(tx, event, amount)),
    expiresAt: expiresAt.toISOString(),
    bankDetails: payee.bankDetails,
  };
  await tellBuyer(tx, { kind: mails.orderPlacedMail, event, values });
}

async function tellPaid(tx: Tx, event: Event): Promise<void> {
  const invoice = numberOf(event);
  // What could not be given has a mail of its own.
  if (invoice === null || event.order.events.length > 0) return;
  await tellBuyer(tx, {
    kind: mails.orderPaidMail,
    event,
    values: { ...(await valuesOf(tx, event, event.order.paidAmount)), invoice },
  });
}

async function tellRefunded(tx: Tx, event: Event): Promise<void> {
  const { amount, refund: id } = detailSchema.parse(event.detail) ?? {};
  const refund = id ? await tx.orderRefund.findUnique({ where: { id }, select: { byHand: true } }) : null;
  if (!refund || amount === undefined) return;
  const values = { ...(await valuesOf(tx, event, amount)), creditNote: numberOf(event, id), byHand: refund.byHand };
  await tellBuyer(tx, { kind: mails.orderRefundedMail, event, values });
}

const tellPlainly =
  (kind: NoticeMailKind<typeof mails.orderValues>, amountOf: (order: Event["order"]) => number) =>
  async (tx: Tx, event: Event) =>
    tellBuyer(tx, { kind, event, values: await valuesOf(tx, event, amountOf(event.order)) });

const tellOfDispute = (kind: typeof disputeOpenedMail) => async (tx: Tx, event: Event) => {
  const { amount, dispute: stripeDisputeId } = detailSchema.parse(event.detail) ?? {};
  const dispute = stripeDisputeId ? await tx.dispute.findUnique({ where: { stripeDisputeId } }) : null;
  const dueAt = dispute?.evidenceDueAt?.toISOString() ?? null;
  const values = await valuesOf(tx, event, amount ?? dispute?.amount ?? event.order.paidAmount);
  await tellAdmins(tx, kind, (formats) => ({ ...values, formats, dueAt }));
};

const tellers: Partial<Record<Event["kind"], (tx: Tx, event: Event) => Promise<void>>> = {
  placed: tellPlaced,
  pending: tellPlainly(mails.orderPendingMail, ({ amount }) => amount),
  paid: tellPaid,
  failed: tellPlainly(mails.orderFailedMail, ({ amount }) => amount),
  expired: tellPlainly(mails.orderExpiredMail, ({ amount }) => amount),
  noSeat: tellPlainly(mails.orderNoSeatMail, ({ paidAmount }) => paidAmount),
  refunded: tellRefunded,
  disputeOpened: tellOfDispute(disputeOpenedMail),
  evidenceDue: tellOfDispute(evidenceDueMail),
  refundFailed: tellOfDispute(refundFailedMail),
};

/**
 * Writes to whom it concerns what happened to an order: its buyer, or the admins. It reads how all came out once that was
 * committed, such as the number of an invoice. For jobs; told again it makes the same mails, with the same ids.
 */
export async function tellOfOrder(
  { db }: { db: Db },
  { orderId, key }: { orderId: string; key: string },
): Promise<void> {
  const event = await db.orderEvent.findUnique({ where: { orderId_key: { orderId, key } }, select: happened });
  const tell = event && tellers[event.kind];
  if (tell) await inTransaction(db, (tx) => tell(tx, event));
}
