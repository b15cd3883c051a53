import { findEnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import { priceOfPlace } from "#app/features/payment/checkout/offer.server.ts";
import { OWN_PACE } from "#app/features/payment/checkout/offered-choices.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { loadPrices } from "#app/features/payment/prices/load-prices.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { asPerson } from "./grant-scholarship.server.ts";
import { scholarshipStatus } from "./scholarship-filters.ts";

const MOST_SHOWN = 50;

const titlesOf = (texts: { locale: string; title: string }[]) =>
  translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));

const columns = {
  course: { include: { texts: { select: { locale: true, title: true } } } },
  cohort: { select: { names: true } },
  fund: { select: { id: true, name: true, currency: true } },
  decidedBy: { select: { name: true } },
  order: { select: { number: true, state: true } },
  user: true,
} satisfies Prisma.ScholarshipInclude;

type Found = Prisma.ScholarshipGetPayload<{ include: typeof columns }>;

/** What she would pay now, by when she learns, and what keeps her from having the place at once. */
async function findTerms(ctx: Pick<PersonContext, "db" | "clock">, { course, user }: Found) {
  const [offer, prices] = await Promise.all([
    findEnrolmentOffer({ ...ctx, actor: asPerson(user) }, { course: course.slug }),
    loadPrices(ctx.db, { for: "place", courseId: course.id }),
  ]);
  const priceIn = (cohortId: string | null): Money => {
    const buyer = { country: user.country, cohortId, at: ctx.clock.now() };
    const { amount, currency } = priceOfPlace(course, prices, buyer);
    return { amount, currency };
  };
  const closed = !offer.selfPaced && offer.cohorts.every(({ refusal }) => refusal !== null) ? "noCohort" : null;
  return {
    offer,
    prices: Object.fromEntries([[OWN_PACE, priceIn(null)], ...offer.cohorts.map(({ id }) => [id, priceIn(id)])]),
    blocked: offer.refusal === null || offer.refusal === "paymentNeeded" ? closed : offer.refusal,
  };
}

const findOthers = async (db: Db, { id, userId }: Found) => {
  const rows = await db.scholarship.findMany({
    where: { userId, id: { not: id } },
    orderBy: { createdAt: "desc" },
    take: MOST_SHOWN,
    select: {
      ...{ id: true, state: true, orderId: true, percent: true, createdAt: true },
      course: { select: { texts: { select: { locale: true, title: true } } } },
    },
  });
  return rows.map(({ course, ...row }) => ({
    ...row,
    status: scholarshipStatus(row),
    titles: titlesOf(course.texts),
  }));
};

const findHistory = async (db: Db, id: string) => {
  const entries = await db.auditEntry.findMany({
    where: { subjectType: "scholarship", subjectId: id },
    orderBy: { at: "desc" },
    take: MOST_SHOWN,
    select: { id: true, action: true, at: true, reason: true, actorId: true },
  });
  const ids = entries.flatMap(({ actorId }) => actorId ?? []);
  const actors = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(actors.map((actor) => [actor.id, actor.name]));
  return entries.map(({ actorId, ...entry }) => ({ ...entry, by: (actorId && names.get(actorId)) || null }));
};

/** Funds that may bear something now. */
const findOpenFunds = (db: Db) =>
  db.scholarshipFund.findMany({
    where: { closedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, currency: true, limitAmount: true, grantedAmount: true },
  });

/**
 * One scholarship with what is needed to decide it: its learner and her other applications, what the place would cost
 * her, the funds, what was done before. Throws 404 for all but admins, and where there is none.
 */
export async function findScholarship(ctx: Pick<PersonContext, "db" | "actor" | "clock">, { id }: { id: string }) {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  const found = await db.scholarship.findUnique({ where: { id }, include: columns });
  if (!found) throw notFound();
  const { course, cohort, user, fund, decidedBy, order, state, orderId } = found;
  const { text, percent, amount, reason, createdAt, decidedAt, cohortId } = found;
  const waits = state === "waiting";
  const [terms, funds, others, history, courses, finished] = await Promise.all([
    waits ? findTerms(ctx, found) : null,
    waits ? findOpenFunds(db) : [],
    findOthers(db, found),
    findHistory(db, id),
    db.enrolment.count({ where: { userId: user.id, state: { not: "withdrawn" } } }),
    db.enrolment.count({ where: { userId: user.id, completedAt: { not: null } } }),
  ]);
  return {
    ...{
      id,
      text,
      percent,
      amount,
      reason,
      createdAt,
      decidedAt,
      cohortId,
      fund,
      order,
      terms,
      funds,
      others,
      history,
    },
    status: scholarshipStatus({ state, orderId }),
    own: user.id === actor.id,
    learner: { name: user.name, email: user.email, country: user.country, since: user.createdAt, courses, finished },
    course: { slug: course.slug, titles: titlesOf(course.texts) },
    cohort: cohort ? translatedSchema.parse(cohort.names) : null,
    decidedBy: decidedBy?.name ?? null,
  };
}

export type ScholarshipToDecide = Awaited<ReturnType<typeof findScholarship>>;
