import type { OfferedPrice } from "#app/features/payment/money/choose-price.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import type { PriceFor } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** What a price is asked for: a place in a course or its certificate alone, a programme as a whole. */
export type Priced = { for: PriceFor; courseId: string } | { for: "place"; programmeId: string };

/** A price as buyers meet it; `labels` names a special one, by language. */
export type LoadedPrice = OfferedPrice & { labels: Translated | null };

const columns = {
  id: true,
  cohortId: true,
  amount: true,
  currency: true,
  labels: true,
  startsAt: true,
  endsAt: true,
  countryGroup: { select: { countries: true } },
} satisfies Prisma.PriceSelect;

function where(priced: Priced): Prisma.PriceWhereInput {
  if ("programmeId" in priced) return { for: "place", programmeId: priced.programmeId };
  const { courseId } = priced;
  return { for: priced.for, OR: [{ courseId }, { cohort: { courseId } }] };
}

/** All prices of a thing, whenever they hold and for whom, those of a course's cohorts among them. */
export async function loadPrices(db: DbOrTx, priced: Priced): Promise<LoadedPrice[]> {
  const rows = await db.price.findMany({ where: where(priced), select: columns });
  return rows.map(({ countryGroup, labels, ...price }) => ({
    ...price,
    labels: translatedSchema.nullable().parse(labels),
    countries: countryGroup?.countries ?? null,
  }));
}
