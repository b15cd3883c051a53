import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { ThingPlace } from "./price-address.ts";

/** What has prices: a course, whose price in itself is `own`, or a programme, which has none in itself. */
export type PriceHolder = ThingPlace & {
  id: string;
  titles: Translated;
  own: { amount: number; currency: string } | null;
  published: boolean;
};

/** A course that is not deleted, or a programme. Throws 404. */
export async function loadPriceHolder(db: DbOrTx, { kind, slug }: ThingPlace): Promise<PriceHolder> {
  if (kind === "programmes") {
    const programme = await db.programme.findUnique({ where: { slug }, select: { id: true, titles: true } });
    if (!programme) throw notFound();
    const titles = translatedSchema.parse(programme.titles);
    return { kind, slug, id: programme.id, titles, own: null, published: true };
  }
  const course = await db.course.findUnique({
    where: { slug, deletedAt: null },
    select: {
      ...{ id: true, state: true, priceAmount: true, priceCurrency: true },
      texts: { select: { locale: true, title: true } },
    },
  });
  if (!course) throw notFound();
  const titles = translatedSchema.parse(Object.fromEntries(course.texts.map((text) => [text.locale, text.title])));
  const own = { amount: course.priceAmount, currency: course.priceCurrency };
  return { kind, slug, id: course.id, titles, own, published: course.state === "published" };
}

/** The same with its row locked: of two who change its prices one comes after the other. */
export async function lockPriceHolder(tx: Tx, place: ThingPlace): Promise<PriceHolder> {
  const holder = await loadPriceHolder(tx, place);
  if (place.kind === "courses")
    await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${holder.id}::uuid FOR NO KEY UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM "Programme" WHERE "id" = ${holder.id}::uuid FOR NO KEY UPDATE`;
  return holder;
}

/** All prices of a thing: those of a course's cohorts, and of its certificate, among them. */
export function pricesOf({ kind, id }: Pick<PriceHolder, "kind" | "id">): Prisma.PriceWhereInput {
  return kind === "programmes" ? { programmeId: id } : { OR: [{ courseId: id }, { cohort: { courseId: id } }] };
}
