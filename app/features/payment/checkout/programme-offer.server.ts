import { programmePrice } from "#app/features/payment/money/programme-price.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { Deduction } from "./deductions.ts";
import { type AskedPrice, findProgrammePrice } from "./offer.server.ts";

/** What a programme as a whole costs one person. */
export type ProgrammeOffer = {
  id: string;
  titles: Translated;
  /** What it costs who has nothing of it; null where it has no price of its own. */
  whole: AskedPrice | null;
  /** What is left for her to pay, in minor units. */
  amount: number;
  /** For each course that she has, what is taken off for it. */
  deductions: Deduction[];
  /** Courses that she would get. */
  missing: string[];
  /** Whether it can be sold to her: it has a price, and what she would get can be begun at any time. */
  forSale: boolean;
};

const columnsFor = (userId: string | null) =>
  ({
    ...{ id: true, titles: true },
    courses: {
      orderBy: { position: "asc" },
      select: {
        course: {
          select: {
            ...{ id: true, state: true, selfPaced: true, priceAmount: true, priceCurrency: true },
            texts: { select: { locale: true, title: true } },
            // Also who left of her own accord has it: she comes back without paying.
            enrolments: { where: { userId: userId ?? undefined, revokedAt: null }, select: { id: true }, take: 1 },
          },
        },
      },
    },
  }) satisfies Prisma.ProgrammeSelect;

const titlesOf = (texts: readonly { locale: string; title: string }[]) =>
  translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));

/** What a programme costs somebody now, with what she has of it taken off; undefined where there is none. Two queries. */
export async function readProgrammeOffer(
  db: DbOrTx,
  { slug, userId, country, now }: { slug: string; userId: string | null; country: string | null; now: Date },
): Promise<ProgrammeOffer | undefined> {
  const programme = await db.programme.findUnique({ where: { slug }, select: columnsFor(userId) });
  if (!programme) return undefined;
  const courses = programme.courses.map(({ course }) => ({
    ...course,
    held: userId !== null && course.enrolments.length > 0,
  }));
  const whole = (await findProgrammePrice(db, { programmeId: programme.id, country, now })) ?? null;
  const parts = courses.map(({ id, priceAmount, priceCurrency, held }) => ({
    courseId: id,
    price: { amount: priceAmount, currency: priceCurrency },
    held,
  }));
  const { amount, deductions } = whole ? programmePrice(whole, parts) : { amount: 0, deductions: [] };
  const missing = courses.filter(({ held }) => !held);
  const open = missing.every(({ state, selfPaced }) => state === "published" && selfPaced);
  return {
    id: programme.id,
    titles: translatedSchema.parse(programme.titles),
    whole,
    amount,
    deductions: deductions.map(({ courseId, amount: off }) => ({
      titles: titlesOf(courses.find(({ id }) => id === courseId)?.texts ?? []),
      amount: off,
    })),
    missing: missing.map(({ id }) => id),
    forSale: whole !== null && courses.length > 0 && open,
  };
}
