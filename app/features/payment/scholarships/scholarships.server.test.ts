import { expect, test } from "vitest";
import { syncOrder } from "#app/features/payment/orders/sync-order.server.ts";
import { recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { beginToBuy, createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { askForScholarship, createAdmin, createFund, WHY } from "#tests/factories/scholarship.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { applyForScholarship } from "./apply-for-scholarship.server.ts";
import { changeFund, closeFund } from "./funds/make-fund.server.ts";
import { grantScholarship } from "./grant-scholarship.server.ts";
import { refuseScholarship, takeScholarshipBack } from "./refuse-scholarship.server.ts";
import { withdrawScholarship } from "./withdraw-scholarship.server.ts";

const database = openTestDatabase({ pool: 20 });
const transfer = "transfer" as const;

const fundOf = (id: string) => database.db.scholarshipFund.findUniqueOrThrow({ where: { id } });
const scholarshipOf = (id: string) => database.db.scholarship.findUniqueOrThrow({ where: { id } });
const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;

/** What all funds say they gave is what their scholarships take. */
async function expectFundsToAddUp() {
  const funds = await database.db.scholarshipFund.findMany({
    include: { scholarships: { where: { state: "granted" } } },
  });
  for (const { grantedAmount, scholarships } of funds)
    expect(grantedAmount).toBe(scholarships.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
}

async function asked({ seats, priceAmount }: { seats?: number; priceAmount?: number } = {}) {
  const { course } = await createPricedCourse(database.db, {
    seats: seats ?? null,
    ...(priceAmount ? { priceAmount } : {}),
  });
  const [ctx, admin] = [await createBuyer(database.db), await createAdmin(database.db)];
  return { course, ctx, admin, scholarshipId: await askForScholarship(ctx, { course }) };
}

const part = (scholarshipId: string, fundId: string | null = null) => ({
  ...{ scholarshipId, fundId, percent: 50, reason: "Welcome" },
});
const whole = (scholarshipId: string, fundId: string | null = null) => ({
  ...part(scholarshipId, fundId),
  percent: 100,
});

test("pressing twice at once makes one application, and asking again changes its words", async () => {
  const { course } = await createPricedCourse(database.db);
  const ctx = await createBuyer(database.db);
  const ids = await Promise.all(Array.from({ length: 6 }, () => askForScholarship(ctx, { course })));
  expect(new Set(ids).size).toBe(1);
  await askForScholarship(ctx, { course, text: `${WHY} Now in other words.` });
  expect((await scholarshipOf(ids[0] ?? "")).text).toContain("other words");
});

test("who has a place, or may come back to it, needs no scholarship, nor does anybody for what is free", async () => {
  const { course, ctx, admin, scholarshipId } = await asked();
  await grantScholarship(admin, whole(scholarshipId));
  await expect(askForScholarship(ctx, { course })).rejects.toMatchObject({ code: "held" });
  await database.db.enrolment.updateMany({
    where: { userId: ctx.actor.id },
    data: { state: "withdrawn", withdrawnAt: new Date() },
  });
  await expect(askForScholarship(ctx, { course })).rejects.toMatchObject({ code: "held" });
  const { course: free } = await createPricedCourse(database.db, { priceAmount: 0 });
  await expect(askForScholarship(ctx, { course: free })).rejects.toMatchObject({ code: "free" });
  const wrong = applyForScholarship(ctx, { course: course.slug, cohortId: crypto.randomUUID(), text: WHY });
  await expect(wrong).rejects.toMatchObject({ status: 404 });
});

test("a learner takes back what is hers alone, once or twice, and not what was decided against", async () => {
  const { ctx, admin, scholarshipId } = await asked();
  const other = await createBuyer(database.db);
  await expect(withdrawScholarship(other, { scholarshipId })).rejects.toMatchObject({ status: 404 });
  await expect(withdrawScholarship(admin, { scholarshipId })).rejects.toMatchObject({ status: 404 });
  await withdrawScholarship(ctx, { scholarshipId });
  await withdrawScholarship(ctx, { scholarshipId });
  expect((await scholarshipOf(scholarshipId)).state).toBe("withdrawn");
  await expect(grantScholarship(admin, part(scholarshipId))).rejects.toMatchObject({ code: "decided" });
  const second = await asked();
  await refuseScholarship(second.admin, { scholarshipId: second.scholarshipId, reason: "Not this year" });
  const late = withdrawScholarship(second.ctx, { scholarshipId: second.scholarshipId });
  await expect(late).rejects.toMatchObject({ code: "decided" });
});

test("what a learner gives up, or an admin takes back before it is used, is the fund's again", async () => {
  const [first, second] = [await asked(), await asked()];
  const fundId = await createFund(first.admin, 4_900);
  await grantScholarship(first.admin, part(first.scholarshipId, fundId));
  await grantScholarship(first.admin, part(second.scholarshipId, fundId));
  expect((await fundOf(fundId)).grantedAmount).toBe(4_900);
  await withdrawScholarship(first.ctx, first);
  await takeScholarshipBack(first.admin, { scholarshipId: second.scholarshipId, reason: "By mistake" });
  expect((await fundOf(fundId)).grantedAmount).toBe(0);
  const entry = await database.db.auditEntry.findFirst({ where: { action: "scholarship.takeBack" } });
  expect(entry).toMatchObject({ subjectId: second.scholarshipId, reason: "By mistake" });
  const started = await beginToBuy(second.ctx, { course: second.course, method: transfer });
  expect((await database.db.order.findUniqueOrThrow({ where: { id: started.orderId } })).amount).toBe(4_900);
});

test("what an order uses is not taken back by anybody, and is there again when the order ends unpaid", async () => {
  const { course, ctx, admin, scholarshipId } = await asked();
  await grantScholarship(admin, part(scholarshipId, await createFund(admin, 5_000)));
  const { orderId } = await beginToBuy(ctx, { course, method: transfer });
  const back = takeScholarshipBack(admin, { scholarshipId, reason: "Too late" });
  await expect(back).rejects.toMatchObject({ code: "used" });
  await expect(withdrawScholarship(ctx, { scholarshipId })).rejects.toMatchObject({ code: "decided" });
  await expect(askForScholarship(ctx, { course })).rejects.toMatchObject({ code: "granted" });
  await syncOrder({ db: database.db, clock: { now: () => inDays(15) } }, { orderId });
  expect(await scholarshipOf(scholarshipId)).toMatchObject({ orderId: null, state: "granted" });
  const again = await beginToBuy(ctx, { course, method: transfer });
  expect((await database.db.order.findUniqueOrThrow({ where: { id: again.orderId } })).amount).toBe(2_450);
});

test("an order that stands open at the full price is ended by a grant, unless money for it came", async () => {
  const { course, ctx, admin, scholarshipId } = await asked({ seats: 1 });
  const first = await beginToBuy(ctx, { course, method: transfer });
  const money = { orderId: first.orderId, kind: "bank" as const, amount: 4_900, receivedOn: new Date() };
  const transferId = await recordTransfer(admin, { ...money, reference: `B-${first.orderId}` });
  await expect(grantScholarship(admin, whole(scholarshipId))).rejects.toMatchObject({ code: "payingNow" });
  await database.db.transfer.update({ where: { id: transferId }, data: { rejectedAt: new Date() } });
  await grantScholarship(admin, whole(scholarshipId));
  expect((await database.db.order.findUniqueOrThrow({ where: { id: first.orderId } })).state).toBe("cancelled");
  expect(await seatsTaken(course.id)).toBe(1);
  const place = await database.db.enrolment.findFirst({ where: { userId: ctx.actor.id, courseId: course.id } });
  expect(place?.state).toBe("active");
});

test("of many grants from one fund at once no more are made than it has", async () => {
  const applications = await Promise.all(Array.from({ length: 8 }, () => asked()));
  const [{ admin } = await asked()] = applications;
  const fundId = await createFund(admin, 3 * 4_900 + 2_449);
  const answers = await Promise.allSettled(
    applications.map(({ scholarshipId }) => grantScholarship(admin, whole(scholarshipId, fundId))),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const codes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
  expect(codes).toEqual(Array(5).fill("fundSpent"));
  expect((await fundOf(fundId)).grantedAmount).toBe(3 * 4_900);
  await expectFundsToAddUp();
});

test("a whole grant that finds no seat changes nothing, and says so of the learner", async () => {
  const { course, admin, scholarshipId, ctx } = await asked({ seats: 1 });
  const other = await asked();
  await database.db.course.update({ where: { id: course.id }, data: { seatsTaken: 1 } });
  const fundId = await createFund(other.admin, 10_000);
  const full = grantScholarship(admin, whole(scholarshipId, fundId));
  await expect(full).rejects.toMatchObject({ code: "place.full", messageKey: "scholarship-admin:place.full" });
  expect((await scholarshipOf(scholarshipId)).state).toBe("waiting");
  expect((await fundOf(fundId)).grantedAmount).toBe(0);
  expect(await database.db.order.count({ where: { buyerId: ctx.actor.id } })).toBe(0);
});

test("an admin may choose when she learns, and the fund bears the price of those dates in her country", async () => {
  const { course, ctx, admin, scholarshipId } = await asked();
  const cohort = await createCohort(database.db, { courseId: course.id, seats: 5 });
  const group = await database.db.countryGroup.create({ data: { name: "Levant", countries: ["JO"] } });
  const price = {
    for: "place" as const,
    cohortId: cohort.id,
    countryGroupId: group.id,
    amount: 1_000,
    currency: "USD",
  };
  await database.db.price.create({ data: price });
  await database.db.user.update({ where: { id: ctx.actor.id }, data: { country: "JO" } });
  const fundId = await createFund(admin, 5_000);
  await grantScholarship(admin, { ...whole(scholarshipId, fundId), cohortId: cohort.id });
  expect((await fundOf(fundId)).grantedAmount).toBe(1_000);
  const place = await database.db.enrolment.findFirst({ where: { userId: ctx.actor.id } });
  expect(place).toMatchObject({ courseId: course.id, cohortId: cohort.id });
});

test("the fund bears what is waived when she buys: less where it became cheaper, more as far as it has it", async () => {
  const [cheap, dear] = [await asked(), await asked()];
  const fundId = await createFund(cheap.admin, 5_000);
  for (const { scholarshipId } of [cheap, dear]) await grantScholarship(cheap.admin, part(scholarshipId, fundId));
  const setPrice = (id: string, priceAmount: number) =>
    database.db.course.update({ where: { id }, data: { priceAmount } });
  await setPrice(cheap.course.id, 2_000);
  await beginToBuy(cheap.ctx, { course: cheap.course, method: transfer });
  expect((await scholarshipOf(cheap.scholarshipId)).amount).toBe(1_000);
  await setPrice(dear.course.id, 10_000);
  const started = await beginToBuy(dear.ctx, { course: dear.course, method: transfer });
  expect((await database.db.order.findUniqueOrThrow({ where: { id: started.orderId } })).amount).toBe(5_000);
  expect((await scholarshipOf(dear.scholarshipId)).amount).toBe(4_000);
  expect(await fundOf(fundId)).toMatchObject({ grantedAmount: 5_000 });
  await expectFundsToAddUp();
});

test("nothing is granted from a closed fund, one of another currency, or one that is not there", async () => {
  const { admin, scholarshipId } = await asked();
  const fundId = await createFund(admin, 10_000);
  await closeFund(admin, { id: fundId, open: false, reason: "The year is over" });
  const grant = (id: string) => grantScholarship(admin, part(scholarshipId, id));
  await expect(grant(fundId)).rejects.toMatchObject({ code: "fundClosed" });
  await expect(grant(await createFund(admin, 10_000, "EUR"))).rejects.toMatchObject({ code: "fundCurrency" });
  await expect(grant(crypto.randomUUID())).rejects.toMatchObject({ status: 404 });
  await closeFund(admin, { id: fundId, open: true, reason: "Another year" });
  await grant(fundId);
  const tooLow = changeFund(admin, { id: fundId, name: "Friends", limit: 2_449, reason: "Less" });
  await expect(tooLow).rejects.toMatchObject({ code: "belowGranted" });
  await changeFund(admin, { id: fundId, name: "Friends", limit: 2_450, reason: "Less" });
  expect(await fundOf(fundId)).toMatchObject({ name: "Friends", limitAmount: 2_450, grantedAmount: 2_450 });
  const acts = await database.db.auditEntry.findMany({ where: { subjectId: fundId }, orderBy: { at: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(
    ["make", "close", "open", "change"].map((act) => `scholarshipFund.${act}`),
  );
});

test("nobody decides her own application, and who is no admin decides none and tends no fund", async () => {
  const { course, ctx, admin } = await asked();
  const own = await askForScholarship(admin, { course });
  const of = { scholarshipId: own, reason: "Because" };
  await expect(grantScholarship(admin, whole(own))).rejects.toMatchObject({ code: "own" });
  await expect(refuseScholarship(admin, of)).rejects.toMatchObject({ code: "own" });
  const fundId = await createFund(admin, 100);
  for (const act of [
    grantScholarship(ctx, whole(own)),
    refuseScholarship(ctx, of),
    takeScholarshipBack(ctx, of),
    createFund(ctx, 100),
    changeFund(ctx, { id: fundId, name: "Mine", limit: 9, reason: "Because" }),
    closeFund(ctx, { id: fundId, open: false, reason: "Because" }),
  ])
    await expect(act).rejects.toMatchObject({ status: 404 });
});

test("what a fund gave cannot be set to other than its grants, and comes back with a learner who is gone", async () => {
  const { ctx, admin, scholarshipId } = await asked();
  const fundId = await createFund(admin, 4_000);
  await grantScholarship(admin, part(scholarshipId, fundId));
  const over = database.db.scholarship.update({ where: { id: scholarshipId }, data: { amount: 4_001 } });
  await expect(over).rejects.toThrow(/ScholarshipFund_not_overspent/);
  await database.db.user.delete({ where: { id: ctx.actor.id } });
  expect((await fundOf(fundId)).grantedAmount).toBe(0);
});
