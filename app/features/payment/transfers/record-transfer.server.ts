import { type LockedOrder, lockOrder } from "#app/features/payment/orders/lock-order.server.ts";
import { isWaiting } from "#app/features/payment/orders/order-state.ts";
import { recordPaid } from "#app/features/payment/orders/record-paid.server.ts";
import { writeEvent } from "#app/features/payment/orders/write-event.server.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { Transfer } from "#app/platform/db/generated/client.ts";
import type { TransferKind } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isOnlyAdmin, isOwnTransfer } from "./approval.server.ts";

/** Where the day begins first it is the next one so much earlier than in UTC. */
const AHEAD_MS = 14 * 60 * 60_000;

type TransferToRecord = {
  orderId: string;
  kind: TransferKind;
  /** Of the bank, or of the receipt for cash. */
  reference: string;
  /** Minor units. */
  amount: number;
  receivedOn: Date;
};

async function lockTransferOrder(tx: Tx, orderId: string): Promise<LockedOrder> {
  const order = await lockOrder(tx, orderId);
  if (order.method !== "transfer") throw notFound();
  return order;
}

/**
 * Writes down that money for an order came by a bank or in cash; it counts once it is approved. Returns its id. For
 * admins: throws 404 to others and for an order that is paid otherwise; `wrongAmount`, `referenceUsed`, `notWaiting`, and
 * `receivedLater` for a day that is yet to come.
 */
export async function recordTransfer(
  { db, actor, clock, requestId }: PersonContext,
  { orderId, ...transfer }: TransferToRecord,
): Promise<string> {
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const order = await lockTransferOrder(tx, orderId);
    if (order.paidAt) throw paymentRefused("notWaiting");
    if (transfer.amount !== order.amount) throw paymentRefused("wrongAmount");
    if (transfer.receivedOn.getTime() > clock.now().getTime() + AHEAD_MS) throw paymentRefused("receivedLater");
    const { reference, kind, amount } = transfer;
    const same = { kind, reference: { equals: reference.trim(), mode: "insensitive" as const } };
    const known = await tx.transfer.count({ where: { rejectedAt: null, OR: [{ orderId }, same] } });
    if (known > 0) throw paymentRefused("referenceUsed");
    const now = clock.now();
    const { id } = await tx.transfer.create({
      data: { ...transfer, reference: reference.trim(), orderId, recordedById: actor.id, recordedAt: now },
      select: { id: true },
    });
    const event = { orderId, kind: "transferRecorded" as const, key: `transfer:${id}`, actorId: actor.id };
    await writeEvent(tx, { ...event, at: now, detail: { reference, amount } });
    const act = { action: "order.record-transfer", subjectType: "order", subjectId: orderId, reason: reference };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { kind, amount } });
    return id;
  });
}

/** Where `orderId` is said, a transfer for another order is not found. */
type Decision = { orderId?: string | undefined; transferId: string; reason: string };

async function decide(
  { db, actor, requestId }: PersonContext,
  { orderId, transferId, action, reason }: Decision & { action: string },
  act: (tx: Tx, found: { transfer: Transfer; order: LockedOrder }) => Promise<void>,
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const found = await tx.transfer.findUnique({ where: { id: transferId }, select: { orderId: true } });
    if (!found || (orderId ?? found.orderId) !== found.orderId) throw notFound();
    const order = await lockTransferOrder(tx, found.orderId);
    const transfer = await tx.transfer.findUniqueOrThrow({ where: { id: transferId } });
    if (transfer.approvedAt || transfer.rejectedAt) throw paymentRefused("notWaiting");
    await act(tx, { transfer, order });
    const entry = { action, subjectType: "order", subjectId: order.id, reason };
    await writeAuditEntry(
      tx,
      { actor, requestId },
      {
        ...entry,
        after: {
          transfer: transferId,
          amount: transfer.amount,
          own: isOwnTransfer(actor, { ...transfer, buyerId: order.buyerId }),
        },
      },
    );
  });
}

/**
 * Approves money that was recorded: the order is paid, and what it bought is given, or the money is to go back where no
 * seat is left. For admins: throws 404 to others, `notWaiting` where it was decided before, and `ownTransfer` to who
 * recorded it or is its buyer, unless she is the academy's only admin.
 */
export async function approveTransfer(ctx: PersonContext, decision: Decision): Promise<void> {
  const { actor, clock } = ctx;
  await decide(ctx, { ...decision, action: "order.approve-transfer" }, async (tx, { transfer, order }) => {
    const own = isOwnTransfer(actor, { ...transfer, buyerId: order.buyerId });
    if (own && !(await isOnlyAdmin(tx, actor))) throw paymentRefused("ownTransfer");
    const now = clock.now();
    await tx.transfer.update({ where: { id: transfer.id }, data: { approvedById: actor.id, approvedAt: now } });
    await recordPaid(tx, { order, amount: transfer.amount, now, actorId: actor.id });
  });
}

/** Rejects money that was recorded by mistake; the order waits on. For admins, as `approveTransfer`. */
export async function rejectTransfer(ctx: PersonContext, decision: Decision): Promise<void> {
  const { actor, clock } = ctx;
  await decide(ctx, { ...decision, action: "order.reject-transfer" }, async (tx, { transfer, order }) => {
    const now = clock.now();
    await tx.transfer.update({ where: { id: transfer.id }, data: { rejectedById: actor.id, rejectedAt: now } });
    const event = { orderId: order.id, kind: "transferRejected" as const, key: `transfer:${transfer.id}:rejected` };
    await writeEvent(tx, { ...event, at: now, actorId: actor.id, detail: { reason: decision.reason } });
    if (!isWaiting(order.state)) return;
    // Until it was decided its time did not end.
    if (order.expiresAt <= now) {
      const expiresAt = new Date(now.getTime() + 24 * 60 * 60_000);
      await tx.order.update({ where: { id: order.id }, data: { expiresAt } });
    }
  });
}
