import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import type { CouponFilters } from "./coupon-filters.ts";
import { type CouponStanding, couponStanding } from "./coupon-standing.ts";

export const COUPONS_PER_PAGE = 30;
export const USES_PER_PAGE = 30;

/** How many courses a coupon can be limited to are offered. */
const MOST_CHOICES = 500;

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;

const titles = { texts: { select: { locale: true, title: true } } } as const;

const columns = {
  ...{ id: true, code: true, kind: true, percentOff: true, amountOff: true, currency: true, startsAt: true },
  ...{ endsAt: true, maxUses: true, maxUsesPerPerson: true, uses: true, disabledAt: true, note: true, createdAt: true },
  limited: true,
  courses: { select: { course: { select: { id: true, slug: true, ...titles } } } },
  programmes: { select: { programme: { select: { id: true, slug: true, titles: true } } } },
} satisfies Prisma.CouponSelect;

type Row = Prisma.CouponGetPayload<{ select: typeof columns }>;

const titlesOf = (texts: { locale: string; title: string }[]) =>
  translatedSchema.parse(Object.fromEntries(texts.map(({ locale, title }) => [locale, title])));

function present({ courses, programmes, ...coupon }: Row, now: Date) {
  return {
    ...coupon,
    standing: couponStanding(coupon, now),
    targets: [
      ...courses.map(({ course }) => ({ id: course.id, titles: titlesOf(course.texts) })),
      ...programmes.map(({ programme }) => ({ id: programme.id, titles: translatedSchema.parse(programme.titles) })),
    ],
  };
}

export type Coupon = ReturnType<typeof present>;

/** Conditions in the order of `couponStanding`; how often it was used is compared with its own limit. */
function standingIs(standing: CouponStanding, { now, db }: { now: Date; db: Context["db"] }): Prisma.CouponWhereInput {
  const begun = { OR: [{ startsAt: null }, { startsAt: { lte: now } }] };
  const going = { OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  const spent = { maxUses: { lte: db.coupon.fields.uses } };
  if (standing === "off") return { disabledAt: { not: null } };
  if (standing === "later") return { disabledAt: null, startsAt: { gt: now } };
  if (standing === "over") return { disabledAt: null, ...begun, endsAt: { lte: now } };
  const open = { disabledAt: null, AND: [begun, going] };
  return standing === "usedUp" ? { ...open, ...spent } : { ...open, OR: [{ maxUses: null }, { NOT: spent }] };
}

/**
 * One page of the coupons, the newest first, with cursors to the pages beside it. `q` is looked for in codes and notes.
 * Throws 404 to whoever is no admin.
 */
export async function findCoupons(
  { db, actor, clock }: Context,
  { q, standing, cursor: given }: CouponFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const now = clock.now();
  const cursor = decodeCursor(given);
  const back = cursor?.direction === "before";
  const way = back ? "asc" : "desc";
  const beyond = (value: Date | string) => (back ? { gt: value } : { lt: value });
  const found = await db.coupon.findMany({
    where: {
      AND: [
        standing ? standingIs(standing, { now, db }) : {},
        q ? { OR: [{ code: { contains: q.toUpperCase() } }, { note: { contains: q, mode: "insensitive" } }] } : {},
        cursor
          ? {
              OR: [
                { createdAt: beyond(new Date(cursor.at)) },
                { createdAt: new Date(cursor.at), id: back ? { gt: cursor.id } : { lt: cursor.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ createdAt: way }, { id: way }],
    take: COUPONS_PER_PAGE + 1,
    select: columns,
  });
  const { rows, ...pages } = turnPage(found, { cursor, size: COUPONS_PER_PAGE, timeOf: (row) => row.createdAt });
  return { coupons: rows.map((row) => present(row, now)), ...pages };
}

/** One coupon with the orders that used it, the newest first; `before` is the `next` of the page before. */
export async function findCoupon(
  { db, actor, clock }: Context,
  { id, before }: { id: string; before?: number | undefined },
) {
  if (!isAdmin(actor)) throw notFound();
  const [row, found] = await Promise.all([
    db.coupon.findUnique({ where: { id }, select: columns }),
    db.couponUse.findMany({
      where: { couponId: id, ...(before ? { order: { number: { lt: before } } } : {}) },
      orderBy: { order: { number: "desc" } },
      take: USES_PER_PAGE + 1,
      select: {
        releasedAt: true,
        order: {
          select: {
            ...{ number: true, buyerName: true, state: true, amount: true, currency: true, placedAt: true },
            lines: { select: { discountAmount: true } },
          },
        },
      },
    }),
  ]);
  if (!row) throw notFound();
  const uses = found.slice(0, USES_PER_PAGE).map(({ releasedAt, order: { lines, ...order } }) => ({
    ...order,
    released: releasedAt !== null,
    saved: lines.reduce((sum, { discountAmount }) => sum + discountAmount, 0),
  }));
  return {
    coupon: present(row, clock.now()),
    orders: uses,
    next: found.length > USES_PER_PAGE ? uses.at(-1)?.number : undefined,
  };
}

export type CouponPage = Awaited<ReturnType<typeof findCoupon>>;

/** What the form of a coupon offers: courses and programmes by title, and the academy's currencies. Throws 404, as above. */
export async function findCouponChoices({ db, actor, locale }: Context) {
  if (!isAdmin(actor)) throw notFound();
  const [courses, programmes, { currencies }] = await Promise.all([
    db.course.findMany({
      where: { deletedAt: null },
      select: { id: true, ...titles },
      orderBy: { slug: "asc" },
      take: MOST_CHOICES,
    }),
    db.programme.findMany({ select: { id: true, titles: true }, orderBy: { position: "asc" } }),
    findSettings(db),
  ]);
  const named = (id: string, all: Parameters<typeof pickTranslated>[0]) => ({ id, title: pickTranslated(all, locale) });
  const collator = new Intl.Collator(locale);
  return {
    courses: courses
      .map(({ id, texts }) => named(id, titlesOf(texts)))
      .sort((a, b) => collator.compare(a.title.text, b.title.text)),
    programmes: programmes.map((one) => named(one.id, translatedSchema.parse(one.titles))),
    currencies,
  };
}

export type CouponChoices = Awaited<ReturnType<typeof findCouponChoices>>;
