import type { Money } from "#app/features/payment/money/choose-price.ts";
import { bestDiscount, type Discount, discounted } from "#app/features/payment/money/discount.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Tx } from "#app/platform/db/client.server.ts";

/**
 * What is bought, as far as coupons and scholarships care: a place in a course, a programme, or the certificate of a
 * course, for which only those hold that hold for everything.
 */
export type CouponTarget = { courseId: string } | { programmeId: string } | { certificateOf: string };

type Waiver = Discount & { couponId: string | null; scholarshipId: string | null };

const couponColumns = { courses: { select: { courseId: true } }, programmes: { select: { programmeId: true } } };

const columnsOfDiscount = { percentOff: null, amountOff: null, currency: null };

/**
 * The coupon of a code, with its row locked, so that its uses are counted one after the other. Throws what keeps it
 * from being used now, by her, for this.
 */
async function readCoupon(
  tx: Tx,
  { code, userId, target, now }: { code: string; userId: string; target: CouponTarget; now: Date },
): Promise<Waiver> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Coupon" WHERE "code" = ${code.trim().toUpperCase()} FOR NO KEY UPDATE`;
  const coupon = row && (await tx.coupon.findUnique({ where: { id: row.id }, include: couponColumns }));
  if (!coupon || coupon.disabledAt) throw paymentRefused("couponUnknown");
  if (coupon.startsAt && now < coupon.startsAt) throw paymentRefused("couponNotYet");
  if (coupon.endsAt && now >= coupon.endsAt) throw paymentRefused("couponOver");
  const here =
    ("courseId" in target && coupon.courses.some(({ courseId }) => courseId === target.courseId)) ||
    ("programmeId" in target && coupon.programmes.some(({ programmeId }) => programmeId === target.programmeId));
  if (coupon.limited && !here) throw paymentRefused("couponElsewhere");
  if (coupon.maxUses !== null && coupon.uses >= coupon.maxUses) throw paymentRefused("couponUsedUp");
  const hers = await tx.couponUse.count({ where: { couponId: coupon.id, userId, releasedAt: null } });
  if (coupon.maxUsesPerPerson !== null && hers >= coupon.maxUsesPerPerson) throw paymentRefused("couponUsedByYou");
  const { kind, percentOff, amountOff, currency } = coupon;
  return { kind, percentOff, amountOff, currency, couponId: coupon.id, scholarshipId: null };
}

async function readScholarships(
  tx: Tx,
  { userId, target }: { userId: string; target: CouponTarget },
): Promise<Waiver[]> {
  if (!("courseId" in target)) return [];
  const rows = await tx.scholarship.findMany({
    where: { userId, courseId: target.courseId, state: "granted", orderId: null },
    select: { id: true, percent: true },
  });
  return rows.map(({ id, percent }) => {
    const common = { ...columnsOfDiscount, couponId: null, scholarshipId: id };
    return percent === 100 ? { ...common, kind: "free" } : { ...common, kind: "percent", percentOff: percent };
  });
}

type Asked = { price: Money; code: string | null; userId: string; target: CouponTarget | null; now: Date };

/**
 * What makes it cheaper for her: the scholarship that she was granted or the coupon that she typed, whichever leaves
 * less to pay, and what then is left. The coupon's row stays locked until the transaction ends. Without a target, as of
 * seats for others, nothing does: what is meant for one person would be multiplied. Throws what keeps the coupon from
 * being used, and `couponNothingOff` where it would take nothing off.
 */
export async function findWaiver(
  tx: Tx,
  { price, code, target, ...asked }: Asked,
): Promise<{ waiver: Waiver | undefined; amount: number }> {
  if (!target) {
    if (code) throw paymentRefused("couponElsewhere");
    return { waiver: undefined, amount: price.amount };
  }
  const coupon = code ? await readCoupon(tx, { ...asked, target, code }) : undefined;
  if (coupon && discounted(price, coupon) === price.amount) throw paymentRefused("couponNothingOff");
  const waiver = bestDiscount(price, [
    ...(await readScholarships(tx, { ...asked, target })),
    ...(coupon ? [coupon] : []),
  ]);
  return { waiver, amount: waiver ? discounted(price, waiver) : price.amount };
}
