import { afterEach, expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { createGroup } from "../access/create-group.server.ts";
import { cancelOrder } from "../orders/cancel-order.server.ts";
import { type CouponForm, couponFormSchema } from "./coupon-schema.ts";
import { couponStandings } from "./coupon-standing.ts";
import { COUPONS_PER_PAGE, findCoupon, findCouponChoices, findCoupons } from "./find-coupons.server.ts";
import { saveCoupon, switchCoupon } from "./save-coupon.server.ts";

const database = openTestDatabase();
const form = (typed: Record<string, unknown> = {}): CouponForm =>
  couponFormSchema.parse({ kind: "percent", percentOff: "20", currency: "USD", ...typed });
const admin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));
const couponOf = (id: string) => database.db.coupon.findUniqueOrThrow({ where: { id } });
const transfer = "transfer" as const;

afterEach(() => database.db.setting.deleteMany());

test("a coupon with no code typed has one that is drawn, and takes off what was said where it was said", async () => {
  const { db } = database;
  const [ctx, buyer] = [await admin(), await createBuyer(db)];
  const [{ course }, { course: other }] = [await createPricedCourse(db), await createPricedCourse(db)];
  const { id } = await saveCoupon(ctx, { id: null, coupon: form({ courses: course.id, maxUsesPerPerson: "1" }) });
  const { code, limited } = await couponOf(id);
  expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  expect(limited).toBe(true);
  const elsewhere = beginToBuy(buyer, { course: other, code, method: transfer });
  await expect(elsewhere).rejects.toMatchObject({ code: "couponElsewhere" });
  const { orderId, number } = await beginToBuy(buyer, { course, code: code.toLowerCase(), method: transfer });
  expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ amount: 3_920 });
  const used = await findCoupon(ctx, { id });
  expect(used.orders).toMatchObject([{ number, saved: 980, released: false, state: "open" }]);
  await cancelOrder(buyer, { orderId });
  expect((await findCoupon(ctx, { id })).orders).toMatchObject([{ number, released: true, state: "cancelled" }]);
  expect((await couponOf(id)).uses).toBe(0);
});

test("a coupon for one course comes to hold for nothing, not for everything, when that course is gone", async () => {
  const { db } = database;
  const [ctx, buyer] = [await admin(), await createBuyer(db)];
  const [{ course }, { course: other }] = [await createPricedCourse(db), await createPricedCourse(db)];
  const { id } = await saveCoupon(ctx, { id: null, coupon: form({ kind: "free", courses: [course.id] }) });
  await db.course.delete({ where: { id: course.id } });
  const { code } = await couponOf(id);
  const asked = beginToBuy(buyer, { course: other, code, method: transfer });
  await expect(asked).rejects.toMatchObject({ code: "couponElsewhere" });
  expect((await findCoupon(ctx, { id })).coupon).toMatchObject({ limited: true, targets: [] });
  await saveCoupon(ctx, { id, coupon: form({ kind: "free" }) });
  expect(await beginToBuy(buyer, { course: other, code })).toMatchObject({ next: "given" });
});

test("what is changed holds for orders from now on; a limit below what was used is refused, and the code is kept", async () => {
  const { db } = database;
  const [ctx, { course }] = [await admin(), await createPricedCourse(db)];
  const { id } = await saveCoupon(ctx, { id: null, coupon: form({ code: "spring-27" }) });
  const buyers = [await createBuyer(db), await createBuyer(db)];
  for (const buyer of buyers) await beginToBuy(buyer, { course, code: "SPRING-27", method: transfer });
  const few = saveCoupon(ctx, { id, coupon: form({ maxUses: "1" }) });
  await expect(few).rejects.toMatchObject({ code: "fewUses", values: { count: 2 } });
  await saveCoupon(ctx, {
    id,
    coupon: form({ kind: "amount", amountOff: "10", maxUses: "٢", note: "For the\0 fair" }),
  });
  expect(await couponOf(id)).toMatchObject({
    ...{ code: "SPRING-27", kind: "amount", percentOff: null, amountOff: 1_000, currency: "USD", maxUses: 2 },
    ...{ maxUsesPerPerson: null, uses: 2, note: "For the fair" },
  });
  expect((await findCoupon(ctx, { id })).coupon.standing).toBe("usedUp");
  const orders = await db.order.findMany({ where: { couponUse: { couponId: id } }, select: { amount: true } });
  expect(orders).toEqual([{ amount: 3_920 }, { amount: 3_920 }]);
  const acts = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(["coupon.add", "coupon.change"]);
});

test("a code is one coupon's, and no access code's", async () => {
  const { db } = database;
  const [ctx, { course }] = [await admin(), await createPricedCourse(db)];
  await saveCoupon(ctx, { id: null, coupon: form({ code: "TAKEN" }) });
  const again = saveCoupon(ctx, { id: null, coupon: form({ code: "taken" }) });
  await expect(again).rejects.toMatchObject({ code: "codeTaken" });
  const coordinator = await createPerson(db);
  const group = {
    course: course.slug,
    cohortId: null,
    name: "A school",
    reference: "By letter",
    expiresAt: null,
    seats: 1,
  };
  const groupId = await createGroup(ctx, { ...group, coordinatorEmail: coordinator.email });
  const { code } = await db.accessCode.findFirstOrThrow({ where: { groupId } });
  const same = saveCoupon(ctx, { id: null, coupon: form({ code: code.replaceAll("-", "") }) });
  await expect(same).rejects.toMatchObject({ code: "codeTaken" });
});

test("switched off it is refused, switched on it is taken again, and the same again is written down once", async () => {
  const { db } = database;
  const [ctx, { course }] = [await admin(), await createPricedCourse(db)];
  const { id } = await saveCoupon(ctx, { id: null, coupon: form({ code: "ON-OFF" }) });
  const buy = async () => beginToBuy(await createBuyer(db), { course, code: "ON-OFF", method: transfer });
  await switchCoupon(ctx, { id, on: false });
  await switchCoupon(ctx, { id, on: false });
  await expect(buy()).rejects.toMatchObject({ code: "couponUnknown" });
  await switchCoupon(ctx, { id, on: true });
  expect(await buy()).toMatchObject({ next: "transfer" });
  const acts = await db.auditEntry.findMany({ where: { subjectId: id, action: { startsWith: "coupon.switch" } } });
  expect(acts).toHaveLength(2);
});

test("coupons are listed the newest first, a page at a time there and back, and each has one standing", async () => {
  const { db } = database;
  const ctx = await admin();
  await db.coupon.deleteMany({ where: { orders: { none: {} } } });
  const common = { kind: "free" as const, note: "listed" };
  const made = [
    { disabledAt: inDays(-1), endsAt: inDays(-1) },
    { startsAt: inDays(1) },
    { endsAt: inDays(-1), maxUses: 1, uses: 1 },
    { maxUses: 1, uses: 1 },
    { maxUses: 2, uses: 1, startsAt: inDays(-1), endsAt: inDays(1) },
    ...Array.from({ length: COUPONS_PER_PAGE }, () => ({})),
  ];
  for (const [i, one] of made.entries()) {
    await db.coupon.create({ data: { ...common, ...one, code: `LIST-${i}`, createdAt: new Date(2027, 0, 1, 0, i) } });
  }
  const first = await findCoupons(ctx, { q: "listed" });
  expect(first.coupons[0]?.code).toBe(`LIST-${made.length - 1}`);
  const second = await findCoupons(ctx, { q: "listed", cursor: first.next });
  expect(second.coupons).toHaveLength(5);
  const again = await findCoupons(ctx, { q: "listed", cursor: second.previous });
  expect(again.coupons.map(({ code }) => code)).toEqual(first.coupons.map(({ code }) => code));
  const expected = { off: 1, later: 1, over: 1, usedUp: 1, usable: COUPONS_PER_PAGE };
  for (const standing of couponStandings) {
    const { coupons, next } = await findCoupons(ctx, { q: "list-", standing });
    expect([standing, coupons.length + (next ? 1 : 0)]).toEqual([
      standing,
      expected[standing] + (standing === "usable" ? 1 : 0),
    ]);
    expect(coupons.every((coupon) => coupon.standing === standing)).toBe(true);
  }
});

test("nobody but an admin sees or changes coupons", async () => {
  const ctx = contextOf(database.db, await createPerson(database.db));
  const id = crypto.randomUUID();
  const hidden = { status: 404 };
  await expect(findCoupons(ctx, {})).rejects.toMatchObject(hidden);
  await expect(findCoupon(ctx, { id })).rejects.toMatchObject(hidden);
  await expect(findCouponChoices(ctx)).rejects.toMatchObject(hidden);
  await expect(saveCoupon(ctx, { id: null, coupon: form() })).rejects.toMatchObject(hidden);
  await expect(switchCoupon(ctx, { id, on: false })).rejects.toMatchObject(hidden);
});

test("a target that is not there, and a currency that is not the academy's, are refused", async () => {
  const ctx = await admin();
  const gone = saveCoupon(ctx, { id: null, coupon: form({ courses: crypto.randomUUID() }) });
  await expect(gone).rejects.toMatchObject({ code: "targetGone" });
  const naira = form({ kind: "amount", amountOff: "5", currency: "NGN" });
  await expect(saveCoupon(ctx, { id: null, coupon: naira })).rejects.toMatchObject({ code: "currencyNotUsed" });
});

test.each([
  [{ kind: "percent" }, "percentOff", "form:required"],
  [{ kind: "amount" }, "amountOff", "form:required"],
  [{ kind: "amount", amountOff: "0" }, "amountOff", "coupons:errors.nothingOff"],
  [{ kind: "amount", amountOff: "1.005" }, "amountOff", 'amount:tooManyDecimals|{"currency":"USD","example":"12.50"}'],
  [{ kind: "free", code: "-x" }, "code", "coupons:errors.codeForm"],
  [{ kind: "free", code: "قدس" }, "code", "coupons:errors.codeForm"],
  [{ kind: "free", maxUses: "many" }, "maxUses", "form:invalid"],
  [{ kind: "free", startsAt: "2027-01-02T00:00", endsAt: "2027-01-01T00:00" }, "endsAt", "prices:errors.endsFirst"],
])("of the form %o it is said beside %s: %s", (typed, field, message) => {
  const { error } = couponFormSchema.safeParse({ currency: "USD", ...typed });
  expect(error?.issues.map(({ path, message: said }) => [path[0], said])).toContainEqual([field, message]);
});

test("a share is from 1 to 100 and limits are from 1 on", () => {
  for (const typed of [{ percentOff: "0" }, { percentOff: "101" }, { maxUses: "0" }, { maxUsesPerPerson: "0" }]) {
    expect(couponFormSchema.safeParse({ kind: "percent", percentOff: "5", currency: "USD", ...typed }).success).toBe(
      false,
    );
  }
});
