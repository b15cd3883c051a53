import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { currencyCodes } from "#app/platform/i18n/currency.ts";
import { takenByStripe } from "../money/stripe-amount.ts";

/**
 * Every currency that the academy may sell in: whether it does, how many courses and prices of now are in it, and
 * whether Stripe takes it. Throws 404 to whoever is no admin.
 */
export async function findCurrencies({ db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">) {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  const [{ currencies }, courses, prices] = await Promise.all([
    findSettings(db),
    db.course.groupBy({ by: ["priceCurrency"], where: { deletedAt: null, priceAmount: { gt: 0 } }, _count: true }),
    db.price.groupBy({ by: ["currency"], where: { OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, _count: true }),
  ]);
  const countOf = (code: string) =>
    (courses.find(({ priceCurrency }) => priceCurrency === code)?._count ?? 0) +
    (prices.find(({ currency }) => currency === code)?._count ?? 0);
  return currencyCodes.map((code) => ({
    ...{ code, used: currencies.includes(code), count: countOf(code), atStripe: takenByStripe(code) },
  }));
}

export type CurrencyInList = Awaited<ReturnType<typeof findCurrencies>>[number];
