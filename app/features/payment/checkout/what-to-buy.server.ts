import { z } from "zod";
import { canEnrol, canJoinCohort, canTakePlace } from "#app/features/enrolment/enrolment-access.ts";
import { enrolmentRefused } from "#app/features/enrolment/enrolment-errors.ts";
import { loadEnrolmentFacts } from "#app/features/enrolment/enrolment-facts.server.ts";
import { groupRefused } from "#app/features/payment/access/group-errors.ts";
import { MOST_SEATS } from "#app/features/payment/access/most-seats.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Person } from "#app/platform/access/actor.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { OrderLineKind } from "#app/platform/db/generated/enums.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { readCertificateOffer } from "./certificate-offer.server.ts";
import type { Deduction } from "./deductions.ts";
import type { CouponTarget } from "./find-waivers.server.ts";
import { findCoursePrice } from "./offer.server.ts";
import { readProgrammeOffer } from "./programme-offer.server.ts";

/** Stripe takes no amount of more than eight digits, in minor units. */
const MOST_AMOUNT = 99_999_999;

export const wantedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("course"), course: z.string(), cohortId: z.uuid().nullable() }),
  z.object({ kind: z.literal("programme"), programme: z.string() }),
  z.object({ kind: z.literal("certificate"), course: z.string() }),
  z.object({
    ...{ kind: z.literal("seats"), course: z.string(), cohortId: z.uuid().nullable() },
    quantity: z.number().int().min(1).max(MOST_SEATS),
  }),
]);
/** What somebody wants to buy. */
export type Wanted = z.output<typeof wantedSchema>;

/** What she would buy, at the price that holds for her now. */
export type Purchase = {
  /** In one word, the same for the same thing. */
  thing: string;
  /** What coupons and scholarships take off; null where they take nothing off, for they are for one person. */
  target: CouponTarget | null;
  price: Money;
  line: {
    kind: OrderLineKind;
    courseId: string | null;
    programmeId: string | null;
    titles: Translated;
    quantity: number;
    /** What of the full price is taken off for what she has: `price` is what is left. */
    deductions?: Deduction[];
  };
  seats: { courseId: string; cohortId: string | null; quantity: number }[];
};

type Asking = { actor: Person; country: string | null; now: Date };

async function loadCourse(tx: Tx, slug: string) {
  const course = await tx.course.findUnique({
    where: { slug },
    select: {
      ...{ id: true, state: true, priceAmount: true, priceCurrency: true },
      texts: { select: { locale: true, title: true } },
    },
  });
  if (!course) throw notFound();
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]));
  return { ...course, titles: translatedSchema.parse(titles) };
}

async function buyCourse(tx: Tx, wanted: Extract<Wanted, { kind: "course" }>, asking: Asking): Promise<Purchase> {
  const { actor, country, now } = asking;
  const { cohortId } = wanted;
  const facts = await loadEnrolmentFacts(tx, { course: wanted.course, userId: actor.id, now });
  if (!facts || facts.state === "draft") throw notFound();
  if (facts.enrolment?.state === "active") throw paymentRefused("alreadyYours");
  const cohort = cohortId === null ? null : facts.cohorts.find(({ id }) => id === cohortId);
  if (cohort === undefined) throw notFound();
  if (facts.priceAmount === 0) throw paymentRefused("free");
  const course = await loadCourse(tx, wanted.course);
  // All that stands between her and a place, but for the money.
  const decision = canEnrol(actor, { ...facts, priceAmount: 0 }, { cohort, now });
  if (!decision.allowed) throw enrolmentRefused(decision.reason);
  // She left of her own accord: she comes back without paying again.
  if (facts.enrolment && !facts.enrolment.revokedAt) throw paymentRefused("alreadyYours");
  return {
    thing: `course:${course.id}`,
    target: { courseId: course.id },
    price: await findCoursePrice(tx, { course, cohortId, country, now }),
    line: { kind: "course", courseId: course.id, programmeId: null, titles: course.titles, quantity: 1 },
    seats: [{ courseId: course.id, cohortId, quantity: 1 }],
  };
}

/** Throws what keeps seats for others from being had now, in a run or at one's own pace. */
async function expectSeats(tx: Tx, { course, cohortId, now }: { course: string; cohortId: string | null; now: Date }) {
  const facts = await loadEnrolmentFacts(tx, { course, userId: null, now });
  if (!facts || facts.state === "draft") throw notFound();
  const place = canTakePlace(null, facts, now);
  // Whoever buys for others needs no place of her own.
  if (!place.allowed && place.reason !== "signIn") throw enrolmentRefused(place.reason);
  if (cohortId === null && !facts.selfPaced) throw enrolmentRefused("cohortNeeded");
  const cohort = facts.cohorts.find(({ id }) => id === cohortId);
  if (cohortId !== null && !cohort) throw notFound();
  const run = cohort && canJoinCohort(cohort, now);
  if (run && !run.allowed) throw enrolmentRefused(run.reason);
}

async function buySeats(tx: Tx, wanted: Extract<Wanted, { kind: "seats" }>, asking: Asking): Promise<Purchase> {
  const { actor, country, now } = asking;
  const { quantity, cohortId } = wanted;
  if (!actor.emailVerified) throw paymentRefused("verifyEmail");
  await expectSeats(tx, { course: wanted.course, cohortId, now });
  const course = await loadCourse(tx, wanted.course);
  if (course.priceAmount === 0) throw paymentRefused("free");
  const { amount, currency } = await findCoursePrice(tx, { course, cohortId, country, now });
  // Free for those whom that price is for; not as many places as somebody likes.
  if (amount === 0) throw paymentRefused("free");
  if (amount * quantity > MOST_AMOUNT) throw groupRefused("tooDear");
  return {
    thing: `seats:${course.id}`,
    target: null,
    price: { amount: amount * quantity, currency },
    line: { kind: "seats", courseId: course.id, programmeId: null, titles: course.titles, quantity },
    seats: [{ courseId: course.id, cohortId, quantity }],
  };
}

async function buyProgramme(tx: Tx, wanted: Extract<Wanted, { kind: "programme" }>, asking: Asking): Promise<Purchase> {
  const { actor, country, now } = asking;
  if (!actor.emailVerified) throw paymentRefused("verifyEmail");
  const offer = await readProgrammeOffer(tx, { slug: wanted.programme, userId: actor.id, country, now });
  if (!offer) throw notFound();
  const { id, titles, whole, amount, deductions, missing, forSale } = offer;
  if (!whole || !forSale) throw paymentRefused("notForSale");
  if (missing.length === 0) throw paymentRefused("alreadyYours");
  return {
    thing: `programme:${id}`,
    target: { programmeId: id },
    price: { amount, currency: whole.currency },
    line: { kind: "programme", courseId: null, programmeId: id, titles, quantity: 1, deductions },
    seats: missing.map((courseId) => ({ courseId, cohortId: null, quantity: 1 })),
  };
}

async function buyCertificate(
  tx: Tx,
  wanted: Extract<Wanted, { kind: "certificate" }>,
  asking: Asking,
): Promise<Purchase> {
  const { actor, country, now } = asking;
  const offer = await readCertificateOffer(tx, { course: wanted.course, userId: actor.id, country, now });
  if (!offer) throw notFound();
  const { courseId, titles, price, stand } = offer;
  if (stand === "has") throw paymentRefused("alreadyYours");
  if (stand === "notEnrolled") throw paymentRefused("notEnrolled");
  if (stand === "notSold" || !price) throw paymentRefused("notForSale");
  return {
    thing: `certificate:${courseId}`,
    target: { certificateOf: courseId },
    price: { amount: price.amount, currency: price.currency },
    line: { kind: "certificate", courseId, programmeId: null, titles, quantity: 1 },
    seats: [],
  };
}

/**
 * What somebody would buy and for how much, from what the academy knows alone. Throws 404, the refusals of enrolling
 * apart from the price, and `alreadyYours`, `free`, `notForSale`, `notEnrolled`, `verifyEmail`.
 */
export function readPurchase(tx: Tx, wanted: Wanted, asking: Asking): Promise<Purchase> {
  if (wanted.kind === "course") return buyCourse(tx, wanted, asking);
  if (wanted.kind === "certificate") return buyCertificate(tx, wanted, asking);
  return wanted.kind === "seats" ? buySeats(tx, wanted, asking) : buyProgramme(tx, wanted, asking);
}
