import {
  findCertificatePrice,
  findCoursePrice,
  findProgrammePrice,
} from "#app/features/payment/checkout/offer.server.ts";
import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { standingOf } from "./holding-prices.ts";
import { ambiguousAmong } from "./overlaps.ts";
import type { ThingPlace } from "./price-address.ts";
import { loadPriceHolder, type PriceHolder, pricesOf } from "./price-holder.server.ts";
import type { PriceQuestion } from "./price-schema.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock">;

/** As many prices of one thing as are shown; the past ones that no longer fit are in the audit log. */
const MOST_PRICES = 300;

const columns = {
  ...{ id: true, for: true, cohortId: true, countryGroupId: true, amount: true, currency: true },
  ...{ labels: true, startsAt: true, endsAt: true, countryGroup: { select: { name: true, countries: true } } },
} satisfies Prisma.PriceSelect;

async function loadRows({ db, clock }: Context, holder: PriceHolder) {
  const now = clock.now();
  const rows = await db.price.findMany({
    where: pricesOf(holder),
    orderBy: [{ endsAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
    take: MOST_PRICES,
    select: columns,
  });
  const prices = rows.map(({ countryGroup, labels, ...price }) => ({
    ...price,
    countries: countryGroup?.countries ?? null,
    group: countryGroup?.name ?? null,
    labels: translatedSchema.nullable().parse(labels),
    standing: standingOf(price, now),
  }));
  const ambiguous = ambiguousAmong(prices, now);
  return prices.map((price) => ({ ...price, ambiguous: ambiguous.has(price.id) }));
}

async function loadCohorts({ db }: Context, { kind, id }: PriceHolder) {
  if (kind === "programmes") return [];
  const rows = await db.cohort.findMany({
    where: { courseId: id },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    select: { id: true, names: true, endsAt: true },
  });
  return rows.map(({ names, ...cohort }) => ({ ...cohort, names: translatedSchema.parse(names) }));
}

/**
 * All prices of a course or programme with how they stand now, and what a form for one offers: cohorts, groups of
 * countries, currencies. Throws 404, also to whoever is no admin.
 */
export async function findThingPrices(ctx: Context, place: ThingPlace) {
  if (!isAdmin(ctx.actor)) throw notFound();
  const holder = await loadPriceHolder(ctx.db, place);
  const [prices, cohorts, groups, { currencies }] = await Promise.all([
    loadRows(ctx, holder),
    loadCohorts(ctx, holder),
    ctx.db.countryGroup.findMany({ select: { id: true, name: true, countries: true }, orderBy: { name: "asc" } }),
    findSettings(ctx.db),
  ]);
  return { thing: holder, prices, cohorts, groups, currencies };
}

export type ThingPrices = Awaited<ReturnType<typeof findThingPrices>>;
export type PriceOfThing = ThingPrices["prices"][number];

/**
 * What somebody would pay: for a place (or a programme as a whole), and for the certificate alone, undefined where it is
 * not sold. Asked with the same rules by which orders are placed. Throws 404, also to whoever is no admin.
 */
export async function previewPrice(ctx: Context, { place, question }: { place: ThingPlace; question: PriceQuestion }) {
  if (!isAdmin(ctx.actor)) throw notFound();
  const holder = await loadPriceHolder(ctx.db, place);
  const asking = { country: question.country ?? null, now: question.at ?? ctx.clock.now() };
  const { id, own } = holder;
  if (own === null) {
    return {
      at: asking.now,
      whole: await findProgrammePrice(ctx.db, { programmeId: id, ...asking }),
      certificate: undefined,
    };
  }
  const course = { id, priceAmount: own.amount, priceCurrency: own.currency };
  const [whole, certificate] = await Promise.all([
    findCoursePrice(ctx.db, { course, cohortId: question.cohort ?? null, ...asking }),
    findCertificatePrice(ctx.db, { courseId: id, ...asking }),
  ]);
  return { at: asking.now, whole, certificate };
}

export type PricePreview = Awaited<ReturnType<typeof previewPrice>>;
