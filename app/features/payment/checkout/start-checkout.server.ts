import { cancelOrder } from "#app/features/payment/orders/cancel-order.server.ts";
import { isWaiting } from "#app/features/payment/orders/order-state.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openCheckout } from "./open-checkout.server.ts";
import { canStillOpen } from "./order-time.ts";
import { type OrderToPlace, placeOrder } from "./place-order.server.ts";
import type { Wanted } from "./what-to-buy.server.ts";

/** Where to go on: to Stripe, to how to transfer the money, or straight to what she has now. */
export type Started = { orderId: string; number: number } & (
  | { next: "pay"; url: string }
  | { next: "transfer" }
  | { next: "given" }
);

/** As often as somebody may press in several tabs at once. */
const TRIES = 5;

async function findThing(tx: Tx, wanted: Wanted): Promise<string | undefined> {
  const found =
    wanted.kind === "programme"
      ? await tx.programme.findUnique({ where: { slug: wanted.programme }, select: { id: true } })
      : await tx.course.findUnique({ where: { slug: wanted.course }, select: { id: true } });
  return found ? `${wanted.kind}:${found.id}` : undefined;
}

const waitingColumns = {
  ...{ id: true, state: true, method: true, expiresAt: true, checkoutUrl: true },
  seats: { select: { courseId: true, cohortId: true, quantity: true } },
  couponUse: { select: { coupon: { select: { code: true } } } },
};

const findWaiting = (tx: Tx, { buyerId, thing }: { buyerId: string; thing: string }) =>
  tx.order.findFirst({ where: { buyerId, thing, state: { in: ["open", "pending"] } }, select: waitingColumns });

/** Whether an open order is the one that she asks for now, and can still be paid. */
function isTheSame(waiting: NonNullable<Awaited<ReturnType<typeof findWaiting>>>, order: OrderToPlace, now: Date) {
  const [seat] = waiting.seats;
  const { wanted } = order;
  const cohortId = "cohortId" in wanted ? wanted.cohortId : null;
  const quantity = wanted.kind === "seats" ? wanted.quantity : 1;
  // A certificate alone takes no seat.
  const sameSeats = wanted.kind === "certificate" || (seat?.cohortId === cohortId && seat.quantity === quantity);
  const code = order.code?.trim().toUpperCase() ?? null;
  const sameTerms = waiting.method === order.method && (waiting.couponUse?.coupon.code ?? null) === code && sameSeats;
  const inTime =
    waiting.checkoutUrl || order.method === "transfer" ? now < waiting.expiresAt : canStillOpen(waiting.expiresAt, now);
  return sameTerms && inTime;
}

/** The open order that goes on, a new one, or one that stands in its way and has to be ended first. */
async function findOrPlace(ctx: PersonContext, order: OrderToPlace): Promise<{ orderId: string; ends?: true }> {
  const { db, actor, clock, locale } = ctx;
  return inTransaction(db, async (tx) => {
    const now = clock.now();
    const thing = await findThing(tx, order.wanted);
    const waiting = thing ? await findWaiting(tx, { buyerId: actor.id, thing }) : null;
    if (waiting?.state === "pending") throw paymentRefused("onItsWay");
    if (waiting) {
      const courses = waiting.seats.map(({ courseId }) => courseId);
      const held = { userId: actor.id, courseId: { in: courses }, state: { not: "withdrawn" as const } };
      const has = order.wanted.kind !== "seats" && (await tx.enrolment.count({ where: held })) > 0;
      return isTheSame(waiting, order, now) && !has ? { orderId: waiting.id } : { orderId: waiting.id, ends: true };
    }
    const { country } = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { country: true } });
    const buyer = { id: actor.id, name: actor.name, email: actor.email, country, locale };
    return placeOrder(tx, { buyer, actor, order, now });
  });
}

const isOneOpen = (error: unknown) => error instanceof Error && "code" in error && error.code === "P2002";
const isBusy = (error: unknown) => error instanceof ExpectedError && error.code === "busy";

/**
 * Begins to buy: holds the seat, and says where to go on. Somebody who has an open order for the same thing, in this tab
 * or another, goes on with that; other terms (a coupon, another cohort) end it first, at Stripe too. Nothing is charged
 * here. Throws what keeps it from being bought; `onItsWay` while an earlier payment is; `noStripe`; `stripeAway`, upon
 * which trying again goes on with the same order.
 */
export async function startCheckout(ctx: PersonContext, order: OrderToPlace): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await findOrPlace(ctx, order);
      if (!found.ends) return await goOn(ctx, found.orderId);
      await cancelOrder(ctx, { orderId: found.orderId });
    } catch (error) {
      if (attempt >= TRIES || !(isOneOpen(error) || isBusy(error))) throw error;
    }
    if (attempt >= TRIES) throw paymentRefused("busy");
  }
}

async function goOn(ctx: PersonContext, orderId: string): Promise<Started> {
  const { number, method, state } = await ctx.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { number: true, method: true, state: true },
  });
  const place = { orderId, number };
  if (!isWaiting(state)) return { ...place, next: "given" };
  if (method === "transfer") return { ...place, next: "transfer" };
  return { ...place, next: "pay", url: await openCheckout(ctx, { orderId }) };
}
