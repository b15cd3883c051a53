import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { normaliseAccessCode } from "../access/access-code.ts";
import { couponRefused } from "./coupon-errors.ts";
import type { CouponForm } from "./coupon-schema.ts";
import { drawCouponCode } from "./draw-coupon-code.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;

const kept = {
  ...{ code: true, kind: true, percentOff: true, amountOff: true, currency: true, startsAt: true, endsAt: true },
  ...{ maxUses: true, maxUsesPerPerson: true, note: true, uses: true, disabledAt: true, limited: true },
  courses: { select: { courseId: true } },
  programmes: { select: { programmeId: true } },
} satisfies Prisma.CouponSelect;

type Kept = Prisma.CouponGetPayload<{ select: typeof kept }>;

/** What the audit log keeps of a coupon. */
function described({ courses, programmes, startsAt, endsAt, disabledAt, ...coupon }: Kept): Prisma.InputJsonObject {
  const moment = (value: Date | null) => value?.toISOString() ?? null;
  return {
    ...coupon,
    ...{ startsAt: moment(startsAt), endsAt: moment(endsAt), disabledAt: moment(disabledAt) },
    courses: courses.map(({ courseId }) => courseId),
    programmes: programmes.map(({ programmeId }) => programmeId),
  };
}

/** The coupon with its row locked, so that no order counts a use of it meanwhile. */
async function lockCoupon(tx: Tx, id: string): Promise<Kept> {
  await tx.$queryRaw`SELECT 1 FROM "Coupon" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const coupon = await tx.coupon.findUnique({ where: { id }, select: kept });
  if (!coupon) throw notFound();
  return coupon;
}

async function checkTargets(tx: Tx, { courses, programmes }: CouponForm): Promise<void> {
  const found =
    (await tx.course.count({ where: { id: { in: courses } } })) +
    (await tx.programme.count({ where: { id: { in: programmes } } }));
  if (found !== courses.length + programmes.length) throw couponRefused("targetGone");
}

/** A code under which there is no access code either: both are typed in one field. */
async function checkCode(tx: Tx, code: string): Promise<string> {
  const taken = await tx.accessCode.count({ where: { code: normaliseAccessCode(code) } });
  if (taken > 0) throw couponRefused("codeTaken");
  return code;
}

const isTaken = (error: unknown) => error instanceof Error && "code" in error && error.code === "P2002";

async function write(tx: Tx, ctx: Context, { id, coupon }: { id: string | null; coupon: CouponForm }) {
  const { courses, programmes, code: typed, ...columns } = coupon;
  const before = id === null ? null : await lockCoupon(tx, id);
  if (coupon.currency && before?.currency !== coupon.currency) {
    const { currencies } = await findSettings(ctx.db);
    if (!currencies.some((one) => one === coupon.currency)) throw couponRefused("currencyNotUsed");
  }
  if (before && coupon.maxUses !== null && coupon.maxUses < before.uses) {
    throw couponRefused("fewUses", { count: before.uses });
  }
  await checkTargets(tx, coupon);
  const code = await checkCode(tx, typed ?? before?.code ?? drawCouponCode());
  const data = { ...columns, code, limited: courses.length + programmes.length > 0 };
  const targets = {
    courses: { create: courses.map((courseId) => ({ courseId })) },
    programmes: { create: programmes.map((programmeId) => ({ programmeId })) },
  };
  if (id === null || !before) {
    const { id: made, ...after } = await tx.coupon.create({
      data: { ...data, ...targets, createdById: ctx.actor.id },
      select: { id: true, ...kept },
    });
    return { id: made, before: null, after };
  }
  await tx.couponCourse.deleteMany({ where: { couponId: id } });
  await tx.couponProgramme.deleteMany({ where: { couponId: id } });
  return { id, before, after: await tx.coupon.update({ where: { id }, data: { ...data, ...targets }, select: kept }) };
}

/**
 * Makes a coupon, or changes the one called `id`, for orders from now on; those that used it keep what they paid. Where
 * no code is given one is drawn, or the one that it has is kept. Throws 404, also to whoever is no admin; `codeTaken`,
 * `fewUses` where it was used more often, `currencyNotUsed`, `targetGone`.
 */
export async function saveCoupon(
  ctx: Context,
  { id, coupon }: { id: string | null; coupon: CouponForm },
): Promise<{ id: string }> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const work = inTransaction(ctx.db, async (tx) => {
    const saved = await write(tx, ctx, { id, coupon });
    await writePlainEntry(tx, ctx, {
      ...{ action: saved.before ? "coupon.change" : "coupon.add", subjectType: "coupon", subjectId: saved.id },
      ...(saved.before ? { before: described(saved.before) } : {}),
      after: described(saved.after),
    });
    return { id: saved.id };
  });
  return work.catch((error: unknown) => {
    throw isTaken(error) ? couponRefused("codeTaken") : error;
  });
}

/** Switches a coupon off, for orders from now on, or on again. The same again changes nothing. Throws 404, as above. */
export async function switchCoupon(ctx: Context, { id, on }: { id: string; on: boolean }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const { disabledAt } = await lockCoupon(tx, id);
    if ((disabledAt === null) === on) return;
    await tx.coupon.update({ where: { id }, data: { disabledAt: on ? null : ctx.clock.now() } });
    const subject = { subjectType: "coupon", subjectId: id };
    await writePlainEntry(tx, ctx, { action: on ? "coupon.switchOn" : "coupon.switchOff", ...subject });
  });
}
