import { deductionsSchema } from "#app/features/payment/checkout/deductions.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { syncOrder } from "./sync-order.server.ts";

const PAGE = 30;

const columns = {
  ...{ id: true, number: true, state: true, method: true, currency: true, amount: true, placedAt: true },
  refundedAmount: true,
  lines: {
    orderBy: { position: "asc" },
    select: {
      ...{ titles: true, kind: true, quantity: true, listAmount: true, discountAmount: true, deductions: true },
      course: { select: { slug: true } },
      programme: { select: { slug: true } },
    },
  },
} satisfies Prisma.OrderSelect;

type Row = Prisma.OrderGetPayload<{ select: typeof columns }>;

const present = ({ lines, ...order }: Row) => ({
  ...order,
  lines: lines.map(({ titles, deductions, course, programme, ...line }) => ({
    ...line,
    titles: translatedSchema.parse(titles),
    deductions: deductionsSchema.parse(deductions),
    course: course?.slug ?? null,
    programme: programme?.slug ?? null,
  })),
});

/** The actor's own orders, the newest first, a page at a time. `before` is the `next` of the page before. */
export async function findMyOrders(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { before }: { before?: number } = {},
) {
  const rows = await db.order.findMany({
    where: { buyerId: actor.id, ...(before ? { number: { lt: before } } : {}) },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    select: columns,
  });
  const shown = rows.slice(0, PAGE);
  return { orders: shown.map(present), next: rows.length > PAGE ? shown.at(-1)?.number : undefined };
}

/** One order of the actor's, with its sums and what she may do about it. Throws 404 where it is not hers. */
export async function findMyOrder(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { number }: { number: number },
) {
  const order = await db.order.findFirst({
    where: { number, buyerId: actor.id },
    select: {
      ...columns,
      ...{ paidAmount: true, taxAmount: true, expiresAt: true, paidAt: true, seatCount: true },
      ...{ checkoutUrl: true, receiptUrl: true },
      seats: { select: { state: true } },
      groups: { select: { id: true } },
      refunds: {
        orderBy: { id: "asc" },
        select: { id: true, amount: true, state: true, askedAt: true, endedAt: true },
      },
      rights: { where: { withdrawnAt: null }, select: { orderId: true } },
    },
  });
  if (!order) throw notFound();
  const { seats, rights, groups, checkoutUrl, ...rest } = order;
  const open = order.state === "open" && clock.now() < order.expiresAt;
  return {
    ...rest,
    ...present(order),
    /** The group of the seats that it bought for others. */
    groupId: groups[0]?.id ?? null,
    given: seats.some(({ state }) => state === "given") || rights.length > 0,
    noSeat: order.paidAt !== null && order.seatCount > 0 && seats.every(({ state }) => state === "released"),
    payAt: open ? checkoutUrl : null,
  };
}

/** Makes an order of the actor's what Stripe says it is now. Throws 404 where it is not hers, and `stripeAway`. */
export async function syncMyOrder(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { number }: { number: number },
): Promise<void> {
  const order = await ctx.db.order.findFirst({ where: { number, buyerId: ctx.actor.id }, select: { id: true } });
  if (!order) throw notFound();
  await syncOrder(ctx, { orderId: order.id });
}
