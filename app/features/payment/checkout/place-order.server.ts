import { takeSeat } from "#app/features/enrolment/seats.server.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { takenByStripe } from "#app/features/payment/money/stripe-amount.ts";
import { lockOrder } from "#app/features/payment/orders/lock-order.server.ts";
import { atStripe, syncOrderJob, tellOfOrderJob } from "#app/features/payment/orders/order-jobs.ts";
import { recordPaid } from "#app/features/payment/orders/record-paid.server.ts";
import { writeEvent } from "#app/features/payment/orders/write-event.server.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { spendScholarship } from "#app/features/payment/scholarships/fund-share.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { Person } from "#app/platform/access/actor.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { PaymentMethod } from "#app/platform/db/generated/enums.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { findWaiver } from "./find-waivers.server.ts";
import { orderExpiry } from "./order-time.ts";
import { type Purchase, readPurchase, type Wanted } from "./what-to-buy.server.ts";

export type OrderToPlace = {
  wanted: Wanted;
  /** A coupon's code. */
  code: string | null;
  /** How she means to pay, where anything is left to pay. */
  method: "checkout" | "transfer";
  /** Where she returns to: scheme, host and language, without a slash at the end. */
  origin: string;
  /** The price that she was shown, before anything is taken off. It decides nothing: another one is refused. */
  shown?: Money | undefined;
};

/** Whose order it is. */
export type Buyer = Pick<Person, "id" | "name" | "email"> & { country: string | null; locale: Locale };

const isSame = (shown: Money, price: Money) => shown.amount === price.amount && shown.currency === price.currency;

async function insertOrder(
  tx: Tx,
  {
    buyer,
    purchase,
    amount,
    method,
    origin,
    now,
  }: { buyer: Buyer; purchase: Purchase; amount: number; method: PaymentMethod; origin: string; now: Date },
): Promise<{ id: string; expiresAt: Date }> {
  const { price, line, seats, thing } = purchase;
  const expiresAt = orderExpiry(method, now);
  const deducted = (line.deductions ?? []).reduce((sum, one) => sum + one.amount, 0);
  const listAmount = price.amount + deducted;
  const { id } = await tx.order.create({
    data: {
      ...{ thing, method, amount, currency: price.currency, origin, expiresAt, placedAt: now },
      ...{ buyerId: buyer.id, buyerName: buyer.name, buyerEmail: buyer.email, buyerCountry: buyer.country },
      locale: buyer.locale,
      seatCount: seats.length,
      lines: {
        create: { ...line, position: 0, listAmount, discountAmount: listAmount - amount, amount },
      },
    },
    select: { id: true },
  });
  for (const seat of seats.toSorted((a, b) => (a.courseId < b.courseId ? -1 : 1))) {
    await takeSeat(tx, seat);
    await tx.orderSeat.create({ data: { ...seat, orderId: id, changedAt: now } });
  }
  await writeEvent(tx, { orderId: id, kind: "placed", at: now, actorId: buyer.id });
  if (method === "transfer") await addJob(tx, tellOfOrderJob, { orderId: id, key: "placed" });
  return { id, expiresAt };
}

async function applyWaiver(
  tx: Tx,
  {
    orderId,
    userId,
    price,
    found: { waiver, amount },
  }: { orderId: string; userId: string; price: Money; found: Awaited<ReturnType<typeof findWaiver>> },
): Promise<void> {
  if (waiver?.couponId) {
    await tx.coupon.update({ where: { id: waiver.couponId }, data: { uses: { increment: 1 } } });
    await tx.couponUse.create({ data: { orderId, userId, couponId: waiver.couponId } });
  }
  if (waiver?.scholarshipId) {
    await spendScholarship(tx, { scholarshipId: waiver.scholarshipId, orderId, price, amount });
  }
}

/**
 * Places an order at the price that holds now, with its seats held; where nothing is left to pay, what it bought is
 * given at once. All in the caller's transaction. Throws what keeps it from being bought, `priceChanged` where it is not
 * the price that she was shown, and a violation of
 * `Order_one_open` where its buyer has an open order for the same thing.
 */
export async function placeOrder(
  tx: Tx,
  { buyer, actor, order, now }: { buyer: Buyer; actor: Person; order: OrderToPlace; now: Date },
): Promise<{ orderId: string }> {
  const purchase = await readPurchase(tx, order.wanted, { actor, country: buyer.country, now });
  const { price, target } = purchase;
  if (order.shown && !isSame(order.shown, price)) throw paymentRefused("priceChanged");
  const found = await findWaiver(tx, { price, code: order.code, userId: buyer.id, target, now });
  const { amount } = found;
  const method = amount === 0 ? "nothing" : order.method;
  const checkout = configuredStripe() && takenByStripe(price.currency);
  if (method === "checkout" && !checkout) throw paymentRefused("noStripe");
  const { id, expiresAt } = await insertOrder(tx, { buyer, purchase, amount, method, origin: order.origin, now });
  await applyWaiver(tx, { orderId: id, userId: buyer.id, price, found });
  if (amount === 0) await recordPaid(tx, { order: await lockOrder(tx, id), amount: 0, now });
  // Whatever becomes of her browser, its time ends by the clock.
  else await addJob(tx, syncOrderJob, { orderId: id }, { ...atStripe, key: `end-order:${id}`, runAt: expiresAt });
  return { orderId: id };
}
