import { z } from "zod";
import { dashboardUrl } from "#app/features/payment/stripe/dashboard-url.server.ts";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import { isOnlyAdmin, isOwnTransfer } from "#app/features/payment/transfers/approval.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { isInDispute } from "./apply-disputes.server.ts";
import { refundableAmount } from "./ask-refund.server.ts";

const name = { select: { name: true } };
const courseNames = { select: { slug: true, texts: { select: { locale: true, title: true } } } };

const columns = {
  ...{ id: true, number: true, state: true, method: true, currency: true, amount: true, paidAmount: true },
  ...{ refundedAmount: true, lostAmount: true, taxAmount: true, seatCount: true, locale: true, buyerId: true },
  ...{ buyerName: true, buyerEmail: true, buyerCountry: true, placedAt: true, expiresAt: true, paidAt: true },
  ...{ receiptUrl: true, stripeSessionId: true, stripePaymentIntentId: true, cancelAskedAt: true },
  lines: {
    orderBy: { position: "asc" },
    select: {
      ...{ position: true, kind: true, titles: true, quantity: true, listAmount: true, discountAmount: true },
      ...{ amount: true, course: { select: { slug: true } }, programme: { select: { slug: true } } },
    },
  },
  seats: {
    orderBy: { courseId: "asc" },
    select: {
      ...{ courseId: true, quantity: true, state: true, enrolmentId: true, changedAt: true },
      course: courseNames,
      cohort: { select: { names: true } },
    },
  },
  refunds: {
    orderBy: { askedAt: "asc" },
    select: {
      ...{ id: true, amount: true, cause: true, state: true, keepsAccess: true, reason: true, byHand: true },
      ...{ askedAt: true, endedAt: true, stripeRefundId: true, askedBy: name, retriedBy: { select: { id: true } } },
    },
  },
  disputes: { orderBy: { openedAt: "asc" } },
  transfers: {
    orderBy: { recordedAt: "asc" },
    include: { recordedBy: name, approvedBy: name, rejectedBy: name },
  },
  couponUse: { select: { releasedAt: true, coupon: { select: { id: true, code: true } } } },
  scholarship: { select: { id: true, percent: true, fund: { select: { name: true } } } },
  groups: { select: { id: true, name: true, seats: true, seatsUsed: true, closedAt: true } },
  events: { orderBy: [{ at: "asc" }, { id: "asc" }] },
} satisfies Prisma.OrderSelect;

type Row = Prisma.OrderGetPayload<{ select: typeof columns }>;

const detailSchema = z
  .object({ amount: z.number(), reference: z.string(), reason: z.string(), why: z.string(), byHand: z.boolean() })
  .partial()
  .catch({});

/** What admins did with it and why, the oldest first, with the names of all who did anything. */
async function readActs(db: Db, order: Row) {
  const acts = await db.auditEntry.findMany({
    where: { subjectType: "order", subjectId: order.id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, at: true, action: true, reason: true, actorId: true },
  });
  const ids = [...acts, ...order.events].flatMap(({ actorId }) => (actorId ? [actorId] : []));
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
  return {
    acts: acts.map(({ actorId, ...act }) => ({ ...act, by: nameOf(actorId) })),
    history: order.events.map(({ id, kind, at, paid, refunded, lost, actorId, detail }) => {
      return { id, kind, at, paid, refunded, lost, by: nameOf(actorId), detail: detailSchema.parse(detail) };
    }),
  };
}

type Standing = { rest: number; disputed: boolean };

/** What may be done with it now, for the buttons; each use case looks again. */
function whatMayBeDone(order: Row, { rest, disputed }: Standing) {
  const { state, method, paidAt, transfers } = order;
  const undecided = transfers.some(({ approvedAt, rejectedAt }) => !approvedAt && !rejectedAt);
  const received = transfers.some(({ rejectedAt }) => !rejectedAt);
  return {
    refund: rest > 0 && !disputed,
    cancel: state === "open" && !undecided,
    ask: method === "checkout" && order.stripeSessionId !== null && configuredStripe() !== undefined,
    record: method === "transfer" && !paidAt && !received,
  };
}

function presentRefunds(order: Row, { rest, disputed }: Standing) {
  return order.refunds.map(({ retriedBy, stripeRefundId, ...refund }) => ({
    ...refund,
    mayConfirm: refund.byHand && refund.state === "asked",
    mayRetry:
      (refund.state === "failed" || refund.state === "cancelled") && !retriedBy && !disputed && refund.amount <= rest,
    retried: retriedBy !== null,
  }));
}

const titlesOf = (texts: { locale: string; title: string }[]) =>
  translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));

/**
 * One order with all that is known of it: what was bought, sums, seats, refunds, disputes, transfers, its whole history,
 * and what an admin may do about it. Amounts in minor units. Throws 404 for all but admins, and where there is none.
 */
export async function findOrder(
  { db, actor, locale }: Pick<PersonContext, "db" | "actor" | "locale">,
  { number }: { number: number },
) {
  if (!isAdmin(actor)) throw notFound();
  const order = await db.order.findUnique({ where: { number }, select: columns });
  if (!order) throw notFound();
  const [rest, disputed, told, sole] = await Promise.all([
    refundableAmount(db, order),
    isInDispute(db, order.id),
    readActs(db, order),
    isOnlyAdmin(db, actor),
  ]);
  const standing = { rest, disputed };
  const { events: _, seats, lines, transfers, ...columnsOf } = order;
  return {
    ...columnsOf,
    ...told,
    ...{ rest, disputed, may: whatMayBeDone(order, standing) },
    country: order.buyerCountry && new Intl.DisplayNames(locale, { type: "region" }).of(order.buyerCountry),
    stripeUrl: dashboardUrl(order.stripePaymentIntentId),
    refunds: presentRefunds(order, standing),
    transfers: transfers.map((transfer) => ({
      ...transfer,
      waits: !transfer.approvedAt && !transfer.rejectedAt,
      mayApprove: sole || !isOwnTransfer(actor, { ...transfer, buyerId: order.buyerId }),
    })),
    lines: lines.map(({ titles, ...line }) => ({ ...line, titles: translatedSchema.parse(titles) })),
    seats: seats.map(({ course, cohort, ...seat }) => ({
      ...seat,
      course: { slug: course.slug, titles: titlesOf(course.texts) },
      cohort: cohort && translatedSchema.parse(cohort.names),
    })),
  };
}

/** What an act upon an order has to know of it. Throws 404 for all but admins, and where there is none. */
export async function findOrderTerms(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { number }: { number: number },
) {
  if (!isAdmin(actor)) throw notFound();
  const order = await db.order.findUnique({ where: { number }, select: { id: true, currency: true } });
  if (!order) throw notFound();
  return order;
}

export type OrderForAdmin = Awaited<ReturnType<typeof findOrder>>;
