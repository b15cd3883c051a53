import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isAmbiguous } from "./overlaps.ts";
import type { ThingPlace } from "./price-address.ts";
import { lockPriceHolder, type PriceHolder, pricesOf } from "./price-holder.server.ts";
import type { PriceForm } from "./price-schema.ts";
import { pricesRefused } from "./prices-errors.ts";

const compared = {
  ...{ id: true, for: true, cohortId: true, countryGroupId: true, amount: true, currency: true },
  ...{ labels: true, startsAt: true, endsAt: true, countryGroup: { select: { countries: true } } },
} satisfies Prisma.PriceSelect;

type Kept = Prisma.PriceGetPayload<{ select: typeof compared }>;

/** What the audit log keeps of a price. */
function described({ countryGroup: _, startsAt, endsAt, labels, ...price }: Kept): Prisma.InputJsonObject {
  const moment = (value: Date | null) => value?.toISOString() ?? null;
  return { ...price, labels: labels ?? null, startsAt: moment(startsAt), endsAt: moment(endsAt) };
}

async function readGroup(tx: Tx, id: string | null): Promise<string[] | null> {
  if (id === null) return null;
  // Held, so that it is not removed meanwhile.
  await tx.$queryRaw`SELECT 1 FROM "CountryGroup" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
  const group = await tx.countryGroup.findUnique({ where: { id }, select: { countries: true } });
  if (!group) throw pricesRefused("noGroup");
  return group.countries;
}

/** Where the price hangs: at the cohort that it is for, or at the course or programme. */
async function columnsOf(tx: Tx, holder: PriceHolder, price: PriceForm) {
  const { accepted: _, cohortId, labels, ...rest } = price;
  const common = { ...rest, labels: labels ?? Prisma.DbNull };
  if (holder.kind === "programmes") {
    if (price.for === "certificate" || cohortId !== null) throw notFound();
    return { ...common, courseId: null, cohortId: null, programmeId: holder.id };
  }
  if (cohortId === null) return { ...common, courseId: holder.id, cohortId, programmeId: null };
  if ((await tx.cohort.count({ where: { id: cohortId, courseId: holder.id } })) === 0) throw pricesRefused("noCohort");
  return { ...common, courseId: null, cohortId, programmeId: null };
}

async function loadChanged(tx: Tx, holder: PriceHolder, { id, now }: { id: string; now: Date }): Promise<Kept> {
  const price = await tx.price.findFirst({ where: { id, ...pricesOf(holder) }, select: compared });
  if (!price) throw notFound();
  if (price.endsAt && price.endsAt <= now) throw pricesRefused("alreadyEnded");
  return price;
}

/** Others beside which somebody's price would be ambiguous, without those that were accepted. */
async function findAmbiguous(
  tx: Tx,
  holder: PriceHolder,
  { id, price, countries, now }: { id: string | null; price: PriceForm; countries: string[] | null; now: Date },
): Promise<string[]> {
  const others = await tx.price.findMany({
    where: { ...pricesOf(holder), AND: [{ OR: [{ endsAt: null }, { endsAt: { gt: now } }] }] },
    select: compared,
  });
  const wanted = { ...price, id: id ?? "", countries };
  const meeting = others.filter((other) =>
    isAmbiguous(wanted, { ...other, countries: other.countryGroup?.countries ?? null }),
  );
  const ids = meeting.map((other) => other.id);
  return ids.every((other) => price.accepted.includes(other)) ? [] : ids;
}

/**
 * Adds a price to a course or programme, or changes the one called `id`, from now on: what was ordered keeps its own.
 * Where somebody's price would become ambiguous, nothing is saved and the prices that it meets are given back, until all
 * of them are among `accepted`. Throws 404, also to whoever is no admin; `alreadyEnded`, `noCohort`, `noGroup`, and
 * `currencyNotUsed` where it is neither one of the academy's nor that of the price already.
 */
export async function savePrice(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "requestId">,
  { place, id, price }: { place: ThingPlace; id: string | null; price: PriceForm },
): Promise<{ ambiguous: string[] }> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const { currencies } = await findSettings(ctx.db);
  return inTransaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const holder = await lockPriceHolder(tx, place);
    const before = id === null ? null : await loadChanged(tx, holder, { id, now });
    if (!currencies.includes(price.currency) && before?.currency !== price.currency) {
      throw pricesRefused("currencyNotUsed");
    }
    const countries = await readGroup(tx, price.countryGroupId);
    const data = await columnsOf(tx, holder, price);
    const ambiguous = await findAmbiguous(tx, holder, { id, price, countries, now });
    if (ambiguous.length > 0) return { ambiguous };
    const after = before
      ? await tx.price.update({ where: { id: before.id }, data, select: compared })
      : await tx.price.create({ data, select: compared });
    await writePlainEntry(tx, ctx, {
      ...{ action: before ? "price.change" : "price.add", subjectType: "price", subjectId: after.id },
      ...(before ? { before: described(before) } : {}),
      after: { ...described(after), of: `${place.kind}/${place.slug}` },
    });
    return { ambiguous: [] };
  });
}

/**
 * Ends a price: one that holds does so no longer, one that was to hold later never will. One that has ended is left as
 * it is. Throws 404, also to whoever is no admin.
 */
export async function endPrice(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "requestId">,
  { place, id }: { place: ThingPlace; id: string },
): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    const holder = await lockPriceHolder(tx, place);
    const price = await tx.price.findFirst({ where: { id, ...pricesOf(holder) }, select: compared });
    if (!price) throw notFound();
    if (price.endsAt && price.endsAt <= now) return;
    const begun = price.startsAt === null || price.startsAt < now;
    if (begun) await tx.price.update({ where: { id }, data: { endsAt: now } });
    else await tx.price.delete({ where: { id } });
    const subject = { subjectType: "price", subjectId: id, before: described(price) };
    await writePlainEntry(tx, ctx, { action: begun ? "price.end" : "price.remove", ...subject });
  });
}
