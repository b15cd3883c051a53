import { placeOrder } from "#app/features/payment/checkout/place-order.server.ts";
import { discounted } from "#app/features/payment/money/discount.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import { isAdmin, type Person } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { Course, Scholarship, User } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";

type Found = Scholarship & { course: Course; user: User };

async function lockScholarship(tx: Tx, id: string): Promise<Found> {
  await tx.$queryRaw`SELECT 1 FROM "Scholarship" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.scholarship.findUnique({ where: { id }, include: { course: true, user: true } });
  if (!found) throw notFound();
  if (found.state !== "waiting") throw paymentRefused("notWaiting");
  return found;
}

/** What a fund bears of a course's own price, in minor units; taken from it at once. */
async function chargeFund(
  tx: Tx,
  { fundId, percent, course }: { fundId: string; percent: number; course: Course },
): Promise<number> {
  const price = { amount: course.priceAmount, currency: course.priceCurrency };
  const discount = { kind: "percent" as const, percentOff: percent, amountOff: null, currency: null };
  const amount = price.amount - discounted(price, discount);
  const fund = await tx.scholarshipFund.findUnique({ where: { id: fundId } });
  if (!fund || fund.closedAt) throw notFound();
  if (fund.currency !== price.currency) throw paymentRefused("fundCurrency");
  const charged = await tx.$executeRaw`
    UPDATE "ScholarshipFund" SET "grantedAmount" = "grantedAmount" + ${amount}::int
    WHERE "id" = ${fundId}::uuid AND "grantedAmount" + ${amount}::int <= "limitAmount"`;
  if (charged === 0) throw paymentRefused("fundSpent");
  return amount;
}

function asPerson({ id, name, email, emailVerified, role, ...user }: User): Person {
  const { twoFactorEnabled, locale, timeZone, calendar, digits } = user;
  const rest = { twoFactorEnabled, locale, timeZone, calendar, digits, sessionId: id, instructorId: null };
  return { id, name, email, emailVerified, role, ...rest };
}

/** A whole scholarship needs no act of hers: the place is hers at once. */
async function giveSeat(tx: Tx, { found, now }: { found: Found; now: Date }): Promise<void> {
  const { user, course, cohortId } = found;
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  const { id, name, email, country } = user;
  await placeOrder(tx, {
    buyer: { id, name, email, country, locale },
    actor: asPerson(user),
    order: {
      wanted: { kind: "course", course: course.slug, cohortId },
      code: null,
      method: "transfer",
      origin: "",
    },
    now,
  });
}

type Decision = {
  scholarshipId: string;
  /** Of the price, in percent, from 1 to 100. */
  percent: number;
  /** Which fund bears it; null is nobody's money. */
  fundId: string | null;
  /** What the learner is told. */
  reason: string;
};

/**
 * Grants a scholarship that waits. A whole one gives the place at once; a part of the price is taken off when she buys.
 * For admins: throws 404 to others; `notWaiting`, `fundSpent`, `fundCurrency`, and for a whole one what keeps her from
 * having the place, as `full`.
 */
export async function grantScholarship(
  { db, actor, clock, requestId }: PersonContext,
  { scholarshipId, percent, fundId, reason }: Decision,
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const found = await lockScholarship(tx, scholarshipId);
    const now = clock.now();
    const amount = fundId ? await chargeFund(tx, { fundId, percent, course: found.course }) : null;
    const decided = { percent, fundId, amount, reason, decidedById: actor.id, decidedAt: now };
    await tx.scholarship.update({ where: { id: scholarshipId }, data: { ...decided, state: "granted" } });
    if (percent === 100) await giveSeat(tx, { found, now });
    const act = { action: "scholarship.grant", subjectType: "scholarship", subjectId: scholarshipId, reason };
    await writeAuditEntry(tx, { actor, requestId }, { ...act, after: { percent, fundId, amount } });
  });
}

/** Refuses a scholarship that waits. For admins: throws 404 to others, and `notWaiting`. */
export async function refuseScholarship(
  { db, actor, clock, requestId }: PersonContext,
  { scholarshipId, reason }: Pick<Decision, "scholarshipId" | "reason">,
): Promise<void> {
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    await lockScholarship(tx, scholarshipId);
    const decided = { reason, decidedById: actor.id, decidedAt: clock.now() };
    await tx.scholarship.update({ where: { id: scholarshipId }, data: { ...decided, state: "refused" } });
    const act = { action: "scholarship.refuse", subjectType: "scholarship", subjectId: scholarshipId, reason };
    await writeAuditEntry(tx, { actor, requestId }, act);
  });
}
