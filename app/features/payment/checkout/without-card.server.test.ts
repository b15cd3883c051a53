import { expect, test } from "vitest";
import { createGroup } from "#app/features/payment/access/create-group.server.ts";
import { redeemCode } from "#app/features/payment/access/redeem-code.server.ts";
import { confirmRefund, refundOrder } from "#app/features/payment/orders/refund-order.server.ts";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { applyForScholarship } from "#app/features/payment/scholarships/apply-for-scholarship.server.ts";
import { grantScholarship } from "#app/features/payment/scholarships/grant-scholarship.server.ts";
import { refuseScholarship } from "#app/features/payment/scholarships/refuse-scholarship.server.ts";
import {
  approveTransfer,
  recordTransfer,
  rejectTransfer,
} from "#app/features/payment/transfers/record-transfer.server.ts";
import type { Prisma } from "#app/platform/db/generated/client.ts";
import { contextOf } from "#tests/factories/context.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

// No key of Stripe is set in this file: all of this works without.
const database = openTestDatabase({ pool: 20 });
const transfer = "transfer" as const;

const createAdmin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));
const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;
const placeOf = (userId: string, courseId: string) => database.db.enrolment.findFirst({ where: { userId, courseId } });

let coupons = 0;
function createCoupon(overrides: Partial<Prisma.CouponUncheckedCreateInput> = {}) {
  coupons += 1;
  return database.db.coupon.create({
    data: { code: `GIFT-${coupons}`, kind: "percent", percentOff: 50, ...overrides },
  });
}

test("a coupon for the whole price gives the place at once, and its order says that nothing was due", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const coupon = await createCoupon({ kind: "free", percentOff: null });
  const ctx = await createBuyer(database.db);
  const started = await beginToBuy(ctx, { course, code: coupon.code.toLowerCase() });
  expect(started.next).toBe("given");
  expect((await placeOf(ctx.actor.id, course.id))?.state).toBe("active");
  const order = await database.db.order.findUniqueOrThrow({ where: { id: started.orderId }, include: { lines: true } });
  expect(order).toMatchObject({ state: "paid", method: "nothing", amount: 0, paidAmount: 0 });
  expect(order.lines).toMatchObject([{ listAmount: 4_900, discountAmount: 4_900, amount: 0 }]);
  expect(await seatsTaken(course.id)).toBe(1);
});

test("a coupon's last use is had by one of many who try at once, and is given back when her order ends", async () => {
  const { course } = await createPricedCourse(database.db);
  const coupon = await createCoupon({ maxUses: 1 });
  const buyers = await Promise.all(Array.from({ length: 5 }, () => createBuyer(database.db)));
  const answers = await Promise.allSettled(
    buyers.map((ctx) => beginToBuy(ctx, { course, code: coupon.code, method: transfer })),
  );
  const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(Array(4).fill("couponUsedUp"));
  const [won] = answers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const late = { now: () => inDays(15) };
  expect(await syncOrder({ db: database.db, clock: late }, { orderId: won?.orderId ?? "" })).toBe("expired");
  expect((await database.db.coupon.findUniqueOrThrow({ where: { id: coupon.id } })).uses).toBe(0);
});

test.each([
  ["couponOver", { endsAt: inDays(-1) }],
  ["couponNotYet", { startsAt: inDays(1) }],
  ["couponUnknown", { disabledAt: inDays(-1) }],
  ["couponNothingOff", { kind: "amount" as const, percentOff: null, amountOff: 100, currency: "EUR" }],
])("a coupon is refused with %s, and nothing is held", async (code, overrides) => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const coupon = await createCoupon(overrides);
  const asked = beginToBuy(await createBuyer(database.db), { course, code: coupon.code, method: transfer });
  await expect(asked).rejects.toMatchObject({ code });
  expect(await seatsTaken(course.id)).toBe(0);
});

test("a coupon for other courses, and one that she used, are refused", async () => {
  const [here, there] = [await createPricedCourse(database.db), await createPricedCourse(database.db)];
  const elsewhere = await createCoupon({ courses: { create: { courseId: there.course.id } } });
  const ctx = await createBuyer(database.db);
  const wrong = beginToBuy(ctx, { course: here.course, code: elsewhere.code, method: transfer });
  await expect(wrong).rejects.toMatchObject({ code: "couponElsewhere" });
  const coupon = await createCoupon({ kind: "free", percentOff: null });
  await beginToBuy(ctx, { course: here.course, code: coupon.code });
  const again = beginToBuy(ctx, { course: there.course, code: coupon.code });
  await expect(again).rejects.toMatchObject({ code: "couponUsedByYou" });
});

test("a transfer gives the place once it is approved, and money back is confirmed by hand", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 1 });
  const [ctx, admin] = [await createBuyer(database.db), await createAdmin()];
  const { orderId } = await beginToBuy(ctx, { course, method: transfer });
  const money = { orderId, kind: "bank" as const, reference: `B-${orderId}`, receivedOn: new Date() };
  await expect(recordTransfer(ctx, { ...money, amount: 4_900 })).rejects.toMatchObject({ status: 404 });
  await expect(recordTransfer(admin, { ...money, amount: 4_800 })).rejects.toMatchObject({ code: "wrongAmount" });
  const mistaken = await recordTransfer(admin, { ...money, amount: 4_900 });
  const twice = recordTransfer(admin, { ...money, reference: "another", amount: 4_900 });
  await expect(twice).rejects.toMatchObject({ code: "referenceUsed" });
  await rejectTransfer(admin, { transferId: mistaken, reason: "Of another person" });
  const transferId = await recordTransfer(admin, { ...money, amount: 4_900 });
  expect(await placeOf(ctx.actor.id, course.id)).toBeNull();
  await approveTransfer(admin, { transferId, reason: "Seen on the account" });
  expect((await placeOf(ctx.actor.id, course.id))?.state).toBe("active");
  const again = approveTransfer(admin, { transferId, reason: "Again" });
  await expect(again).rejects.toMatchObject({ code: "notWaiting" });
  const refundId = await refundOrder(admin, { orderId, amount: null, keepsAccess: false, reason: "She asked" });
  await confirmRefund(admin, { refundId, reason: "Sent back" });
  await confirmRefund(admin, { refundId, reason: "Sent back" });
  const order = await database.db.order.findUniqueOrThrow({ where: { id: orderId } });
  expect(order).toMatchObject({ state: "refunded", refundedAmount: 4_900 });
  expect(await seatsTaken(course.id)).toBe(0);
});

test("a whole scholarship gives the place at once and is borne by its fund, which is never overspent", async () => {
  const { course } = await createPricedCourse(database.db);
  const admin = await createAdmin();
  const fund = await database.db.scholarshipFund.create({
    data: { name: "Friends", currency: "USD", limitAmount: 7_000 },
  });
  const grant = (scholarshipId: string, percent: number) =>
    grantScholarship(admin, { scholarshipId, percent, fundId: fund.id, reason: "Welcome" });
  const [first, second] = [await createBuyer(database.db), await createBuyer(database.db)];
  const ask = (ctx: typeof first) =>
    applyForScholarship(ctx, { course: course.slug, cohortId: null, text: "I cannot pay" });
  const id = await ask(first);
  expect(await ask(first)).toBe(id);
  await grant(id, 100);
  expect((await placeOf(first.actor.id, course.id))?.state).toBe("active");
  await expect(grant(id, 100)).rejects.toMatchObject({ code: "decided" });
  const other = await ask(second);
  await expect(grant(other, 100)).rejects.toMatchObject({ code: "fundSpent" });
  await grant(other, 40);
  const { grantedAmount } = await database.db.scholarshipFund.findUniqueOrThrow({ where: { id: fund.id } });
  expect(grantedAmount).toBe(4_900 + 1_960);
  const started = await beginToBuy(second, { course, method: transfer });
  const order = await database.db.order.findUniqueOrThrow({ where: { id: started.orderId } });
  expect(order.amount).toBe(2_940);
});

test("a scholarship is decided by admins alone, and one that was refused may be asked for again", async () => {
  const { course } = await createPricedCourse(database.db);
  const ctx = await createBuyer(database.db);
  const ask = () => applyForScholarship(ctx, { course: course.slug, cohortId: null, text: "I cannot pay" });
  const scholarshipId = await ask();
  const own = grantScholarship(ctx, { scholarshipId, percent: 100, fundId: null, reason: "I say so" });
  await expect(own).rejects.toMatchObject({ status: 404 });
  await refuseScholarship(await createAdmin(), { scholarshipId, reason: "No more this year" });
  expect(await ask()).not.toBe(scholarshipId);
});

test("a group takes its seats at once, gives each code to one person, and never more than it has", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 3 });
  const [admin, coordinator] = [await createAdmin(), await createPerson(database.db)];
  const group = { course: course.slug, cohortId: null, name: "A school", reference: "INV-1", expiresAt: null };
  const groupId = await createGroup(admin, { ...group, seats: 2, coordinatorEmail: coordinator.email });
  expect(await seatsTaken(course.id)).toBe(2);
  const more = createGroup(admin, { ...group, seats: 2, coordinatorEmail: coordinator.email });
  await expect(more).rejects.toMatchObject({ code: "full" });
  const [one, two] = await database.db.accessCode.findMany({ where: { groupId } });
  if (!one || !two) throw new Error("There are no codes");
  const pupils = await Promise.all(Array.from({ length: 4 }, () => createBuyer(database.db)));
  const typed = one.code.toLowerCase().replaceAll("-", " ");
  const answers = await Promise.allSettled(pupils.map((ctx) => redeemCode(ctx, { code: typed })));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = pupils[answers.findIndex(({ status }) => status === "fulfilled")];
  if (!winner) throw new Error("Nobody got in");
  expect(await redeemCode(winner, { code: typed })).toEqual({ courseSlug: course.slug });
  await expect(redeemCode(winner, { code: two.code })).rejects.toMatchObject({ code: "alreadyYours" });
  expect(await seatsTaken(course.id)).toBe(2);
  expect(await database.db.accessGroup.findUniqueOrThrow({ where: { id: groupId } })).toMatchObject({ seatsUsed: 1 });
});
