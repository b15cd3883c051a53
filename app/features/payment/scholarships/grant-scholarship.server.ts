import { findCoursePrice } from "#app/features/payment/checkout/offer.server.ts";
import { placeOrder } from "#app/features/payment/checkout/place-order.server.ts";
import { isAdmin, type Person } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { endOpenOrder } from "./end-open-order.server.ts";
import { chargeFund } from "./fund-share.server.ts";
import { hasPlace } from "./has-place.server.ts";
import { type LockedScholarship, lockScholarship } from "./lock-scholarship.server.ts";
import { decisionRefused, placeRefused } from "./scholarship-errors.ts";
import { grantedMail } from "./scholarship-mails.ts";
import { tellScholar } from "./tell-scholar.server.ts";

type Grant = {
  scholarshipId: string;
  /** Of the price, in percent, from 1 to 100. */
  percent: number;
  /** Which fund bears it; null is nobody's money. */
  fundId: string | null;
  /** When she learns; undefined is as she asked. */
  cohortId?: string | null;
  /** What the learner is told; may be empty. */
  reason: string;
};

/** Whom an order is placed for, as the policies of enrolling know her. */
export function asPerson({ id, name, email, emailVerified, role, ...user }: User): Person {
  const { twoFactorEnabled, locale, timeZone, calendar, digits } = user;
  const rest = { twoFactorEnabled, locale, timeZone, calendar, digits, sessionId: id, instructorId: null };
  return { id, name, email, emailVerified, role, ...rest };
}

/** What keeps her from a place is said of her, and not to her. */
function sayOfHer(error: unknown): never {
  if (!(error instanceof ExpectedError)) throw error;
  if (error.messageKey.startsWith("enrolment:")) throw placeRefused(error.code);
  if (error.code === "alreadyYours") throw decisionRefused("held");
  throw error.code === "free" ? decisionRefused("free") : error;
}

/** A whole scholarship needs no act of hers: the place is hers at once. */
async function giveSeat(
  tx: Tx,
  { found, cohortId, now }: { found: LockedScholarship; cohortId: string | null; now: Date },
): Promise<void> {
  const { user, course } = found;
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  const { id, name, email, country } = user;
  await placeOrder(tx, {
    buyer: { id, name, email, country, locale },
    actor: asPerson(user),
    order: { wanted: { kind: "course", course: course.slug, cohortId }, code: null, method: "transfer", origin: "" },
    now,
  }).catch(sayOfHer);
}

async function decide(tx: Tx, ctx: PersonContext, { scholarshipId, percent, fundId, reason, ...grant }: Grant) {
  const now = ctx.clock.now();
  const found = await lockScholarship(tx, scholarshipId);
  if (found.state !== "waiting") throw decisionRefused("decided");
  const { userId, courseId, course, user } = found;
  if (await hasPlace(tx, { userId, courseId })) throw decisionRefused("held");
  const cohortId = grant.cohortId === undefined ? found.cohortId : grant.cohortId;
  const decided = { percent, cohortId, reason, decidedById: ctx.actor.id, decidedAt: now };
  await tx.scholarship.update({ where: { id: scholarshipId }, data: { ...decided, state: "granted" } });
  if (percent === 100) await giveSeat(tx, { found, cohortId, now });
  const price = await findCoursePrice(tx, { course, cohortId, country: user.country, now });
  if (price.amount === 0) throw decisionRefused("free");
  // After the seat, as whoever buys takes them: two who wait for each other are sorted out by the database, at a cost.
  const amount = await chargeFund(tx, { scholarshipId, fundId, percent, price });
  const act = { action: "scholarship.grant", subjectType: "scholarship", subjectId: scholarshipId };
  await writeAuditEntry(tx, ctx, { ...act, reason, after: { percent, fundId, amount, cohortId } });
  await tellScholar(tx, grantedMail, { scholarshipId, values: (scholar) => ({ ...scholar, percent, reason }) });
}

/** She began to buy in this very moment, or her two orders met. */
const isOrderedMeanwhile = (error: unknown) => error instanceof Error && "code" in error && error.code === "P2002";

/**
 * Grants a scholarship that waits, and tells its learner. A whole one gives the place at once; a part of the price is
 * taken off when she buys, and an order that she has open at the full price is ended. For admins, for others than
 * themselves: throws 404 to others; `own`, `decided`, `held`, `payingNow`, `stripeAway`, `fundSpent`, `fundClosed`,
 * `fundCurrency`, `free`, and for a whole one what keeps her from having the place, as `place.full`.
 */
export async function grantScholarship(ctx: PersonContext, grant: Grant): Promise<void> {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const found = await db.scholarship.findUnique({
    where: { id: grant.scholarshipId },
    select: { userId: true, courseId: true, state: true },
  });
  if (!found) throw notFound();
  if (found.userId === actor.id) throw decisionRefused("own");
  if (found.state !== "waiting") throw decisionRefused("decided");
  await endOpenOrder(ctx, found);
  try {
    await inTransaction(db, (tx) => decide(tx, ctx, grant));
  } catch (error) {
    throw isOrderedMeanwhile(error) ? decisionRefused("payingNow") : error;
  }
}
