import { findCoursePrice } from "#app/features/payment/checkout/offer.server.ts";
import { isWaiting } from "#app/features/payment/orders/order-state.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type ScholarshipStatus, scholarshipStatus } from "./scholarship-filters.ts";
import { waivedOf } from "./waived.ts";

/** More than anybody asks for. */
const MOST = 200;

const columns = {
  ...{ id: true, state: true, text: true, cohortId: true, percent: true, reason: true },
  ...{ orderId: true, createdAt: true, decidedAt: true },
  order: { select: { number: true, state: true } },
} satisfies Prisma.ScholarshipSelect;

type Row = Prisma.ScholarshipGetPayload<{ select: typeof columns }>;

/** A learner's own scholarship: `ordering` while an order that uses it waits for its payment. */
export type MyScholarship = Omit<Row, "state" | "orderId" | "order"> & {
  status: ScholarshipStatus | "ordering";
  order: number | null;
};

function present({ state, orderId, order, ...row }: Row): MyScholarship {
  const ordering = order !== null && isWaiting(order.state);
  return {
    ...row,
    status: ordering ? "ordering" : scholarshipStatus({ state, orderId }),
    order: order?.number ?? null,
  };
}

/** The actor's own scholarships, the newest first, each with its course. */
export async function findMyScholarships({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  const rows = await db.scholarship.findMany({
    where: { userId: actor.id },
    orderBy: { id: "desc" },
    take: MOST,
    select: { ...columns, course: { select: { slug: true, texts: { select: { locale: true, title: true } } } } },
  });
  return rows.map(({ course, ...row }) => ({
    ...present(row),
    course: course.slug,
    titles: translatedSchema.parse(Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]))),
  }));
}

export type MyScholarshipInList = Awaited<ReturnType<typeof findMyScholarships>>[number];

/**
 * What the actor sees where she may ask for a scholarship for a course: the course and what it costs her, and her newest
 * scholarship for it. Throws 404 for a course that is not there for learners, or costs nothing.
 */
export async function findMyApplication(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
) {
  const course = await db.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, state: true, priceAmount: true, priceCurrency: true },
      texts: { select: { locale: true, title: true } },
      enrolments: {
        where: { userId: actor.id, OR: [{ state: { not: "withdrawn" } }, { revokedAt: null }] },
        select: { id: true },
      },
      scholarships: { where: { userId: actor.id }, orderBy: { id: "desc" }, take: 1, select: columns },
    },
  });
  if (course?.state !== "published" || course.priceAmount === 0) throw notFound();
  const { country } = await db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { country: true } });
  const newest = course.scholarships[0];
  const cohortId = newest?.cohortId ?? null;
  const { amount, currency } = await findCoursePrice(db, { course, cohortId, country, now: clock.now() });
  return {
    slug: course.slug,
    titles: translatedSchema.parse(Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]))),
    price: { amount, currency },
    hasPlace: course.enrolments.length > 0,
    newest: newest ? present(newest) : null,
    left: newest?.percent ? amount - waivedOf({ amount, currency }, newest.percent) : null,
  };
}

export type MyApplication = Awaited<ReturnType<typeof findMyApplication>>;

/** What the box in which a course is bought says of the actor's scholarship: `percent` of the price; null while it waits. */
export type OfferedScholarship = { percent: number | null };

/** The scholarship that the actor may use for a course, or that waits; null where there is none. */
export async function findOfferedScholarship(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { courseId }: { courseId: string },
): Promise<OfferedScholarship | null> {
  const open = { OR: [{ state: "waiting" as const }, { state: "granted" as const, orderId: null }] };
  return db.scholarship.findFirst({ where: { userId: actor.id, courseId, ...open }, select: { percent: true } });
}
