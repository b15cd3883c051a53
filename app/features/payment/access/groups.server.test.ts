import { expect, test } from "vitest";
import { z } from "zod";
import { startCheckout } from "#app/features/payment/checkout/start-checkout.server.ts";
import { approveTransfer, recordTransfer } from "#app/features/payment/transfers/record-transfer.server.ts";
import { createCohort } from "#tests/factories/cohort.ts";
import { contextOf } from "#tests/factories/context.ts";
import { codesOf, createSeatGroup } from "#tests/factories/group.ts";
import { createBuyer, createPricedCourse, inDays } from "#tests/factories/order.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { addSeats, changeGroup } from "./change-group.server.ts";
import { closeGroupByHand } from "./close-group.server.ts";
import { createGroup } from "./create-group.server.ts";
import { findCode } from "./find-code.server.ts";
import { findGroup, findGroups } from "./find-groups.server.ts";
import { findMyGroup, findMyGroups } from "./find-my-groups.server.ts";
import { redeemCode } from "./redeem-code.server.ts";

const database = openTestDatabase({ pool: 20 });

const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;
const lettersSchema = z.object({ mail: z.string(), to: z.string() });
async function lettersTo(to: string) {
  const jobs = await database.db.$queryRaw<{ payload: unknown }[]>`
    SELECT j."payload" FROM graphile_worker._private_jobs j ORDER BY j."id"`;
  return jobs
    .flatMap(({ payload }) => lettersSchema.safeParse(payload).data ?? [])
    .filter((letter) => letter.to === to);
}

test("a sponsor's seats become a group with a code for each once her transfer is approved, and she is written to", async () => {
  const { course } = await createPricedCourse(database.db, { seats: 4 });
  const [ctx, admin] = [
    await createBuyer(database.db),
    contextOf(database.db, await createPerson(database.db, { role: "admin" })),
  ];
  const wanted = { kind: "seats" as const, course: course.slug, cohortId: null, quantity: 3 };
  const { orderId } = await startCheckout(ctx, { wanted, code: null, method: "transfer", origin: "https://a.example" });
  expect(await seatsTaken(course.id)).toBe(3);
  expect(await findMyGroups(ctx)).toEqual([]);
  const money = { kind: "bank" as const, reference: `T-${orderId}`, receivedOn: new Date(), amount: 3 * 4_900 };
  const transferId = await recordTransfer(admin, { orderId, ...money });
  await approveTransfer(admin, { transferId, reason: "Seen" });
  const [group] = await findMyGroups(ctx);
  expect(group).toMatchObject({ seats: 3, free: 3, open: true, course: { slug: course.slug } });
  expect(await codesOf(database.db, group?.id ?? "")).toHaveLength(3);
  expect(await lettersTo(ctx.actor.email)).toMatchObject([{ mail: "group-ready" }]);
});

test("what makes a place cheaper for one person takes nothing off seats for others", async () => {
  const { course } = await createPricedCourse(database.db);
  const ctx = await createBuyer(database.db);
  await database.db.coupon.create({ data: { code: "ALL-FREE", kind: "free" } });
  await database.db.scholarship.create({
    data: {
      userId: ctx.actor.id,
      courseId: course.id,
      text: "I cannot pay",
      state: "granted",
      percent: 100,
      decidedAt: new Date(),
    },
  });
  const wanted = { kind: "seats" as const, course: course.slug, cohortId: null, quantity: 500 };
  const place = { wanted, method: "transfer" as const, origin: "https://a.example" };
  await expect(startCheckout(ctx, { ...place, code: "ALL-FREE" })).rejects.toMatchObject({ code: "couponElsewhere" });
  const { orderId } = await startCheckout(ctx, { ...place, code: null });
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ amount: 500 * 4_900 });
  expect(await database.db.scholarship.findFirst({ where: { userId: ctx.actor.id } })).toMatchObject({ orderId: null });
});

test("seats in a course that is learned in runs are bought in one of them, and codes give places in it", async () => {
  const { course } = await createPricedCourse(database.db, { selfPaced: false });
  const cohort = await createCohort(database.db, { courseId: course.id, seats: 2 });
  const ctx = await createBuyer(database.db);
  const buy = (cohortId: string | null, quantity: number) =>
    startCheckout(ctx, {
      wanted: { kind: "seats", course: course.slug, cohortId, quantity },
      ...{ code: null, method: "transfer", origin: "https://a.example" },
    });
  await expect(buy(null, 1)).rejects.toMatchObject({ code: "cohortNeeded" });
  await expect(buy(cohort.id, 3)).rejects.toMatchObject({ code: "cohortFull" });
  await buy(cohort.id, 2);
  expect(await database.db.cohort.findUniqueOrThrow({ where: { id: cohort.id } })).toMatchObject({ seatsTaken: 2 });
});

test("seats whose price together is more than can be charged are refused before anything is held", async () => {
  const { course } = await createPricedCourse(database.db, { priceAmount: 20_000_000 });
  const wanted = { kind: "seats" as const, course: course.slug, cohortId: null, quantity: 6 };
  const asked = startCheckout(await createBuyer(database.db), {
    wanted,
    code: null,
    method: "transfer",
    origin: "https://a.example",
  });
  await expect(asked).rejects.toMatchObject({ code: "tooDear" });
  expect(await seatsTaken(course.id)).toBe(0);
});

test("who has no account yet coordinates once she proves that the address is hers, and nobody before", async () => {
  const email = "new.coordinator@example.org";
  const { groupId, ctx: other } = await createSeatGroup(database.db, { coordinatorEmail: email });
  expect(await lettersTo(email)).toMatchObject([{ mail: "group-ready" }]);
  const person = await createPerson(database.db, { email, emailVerified: false });
  const hidden = { status: 404 };
  await expect(findMyGroup(contextOf(database.db, person), { groupId })).rejects.toMatchObject(hidden);
  await expect(findMyGroup(other, { groupId })).rejects.toMatchObject(hidden);
  const proven = await database.db.user.update({ where: { id: person.id }, data: { emailVerified: true } });
  expect(await findMyGroup(contextOf(database.db, proven), { groupId })).toMatchObject({ seats: 3, free: 3 });
});

test("a coordinator sees how many joined, began and completed, and no one's name", async () => {
  const { groupId, ctx } = await createSeatGroup(database.db);
  const [first = "", second = ""] = await codesOf(database.db, groupId);
  const learner = await createPerson(database.db, { name: "Zaynab Quds" });
  await redeemCode(contextOf(database.db, learner), { code: first });
  await redeemCode(await createBuyer(database.db), { code: second });
  await database.db.enrolment.updateMany({
    where: { userId: learner.id },
    data: { lastSeenAt: new Date(), completedAt: new Date() },
  });
  const group = await findMyGroup(ctx, { groupId });
  expect(group.counts).toEqual({ used: 2, invited: 0, handedOut: 0, started: 1, completed: 1 });
  expect(group.free).toBe(1);
  expect(JSON.stringify(group)).not.toMatch(/Zaynab|example\.org/);
});

test("a closed group gives no seat, lets go of what it has not given, and forgets whom it invited", async () => {
  const { groupId, ctx, adminCtx, course } = await createSeatGroup(database.db);
  const [first = "", second = ""] = await codesOf(database.db, groupId);
  await redeemCode(await createBuyer(database.db), { code: first });
  await database.db.accessCode.update({
    where: { code: second },
    data: { invitedEmail: "a@example.org", invitedAt: new Date(), invitedName: "A" },
  });
  await expect(closeGroupByHand(ctx, { groupId, reason: "I say so" })).rejects.toMatchObject({ status: 404 });
  await closeGroupByHand(adminCtx, { groupId, reason: "Not paid" });
  await closeGroupByHand(adminCtx, { groupId, reason: "Not paid" });
  expect(await seatsTaken(course.id)).toBe(1);
  await expect(redeemCode(await createBuyer(database.db), { code: second })).rejects.toMatchObject({
    code: "codeOver",
  });
  expect(await database.db.accessCode.count({ where: { groupId, invitedEmail: { not: null } } })).toBe(0);
  const { history } = await findGroup(adminCtx, { groupId });
  expect(history.map(({ action }) => action)).toEqual(["access-group.close", "access-group.create"]);
});

test("more seats are taken before they are promised, and never for a group whose seats were bought", async () => {
  const { groupId, ctx, adminCtx, course } = await createSeatGroup(database.db, { seats: 2, courseSeats: 4 });
  const more = (seats: number) => addSeats(adminCtx, { groupId, seats, reference: "INV-8" });
  await expect(addSeats(ctx, { groupId, seats: 1, reference: "" })).rejects.toMatchObject({ status: 404 });
  await expect(more(3)).rejects.toMatchObject({ code: "full" });
  await more(2);
  expect(await seatsTaken(course.id)).toBe(4);
  expect(await codesOf(database.db, groupId)).toHaveLength(4);
  const order = {
    buyerName: "A",
    buyerEmail: "a@example.org",
    locale: "en",
    thing: "seats",
    method: "transfer" as const,
  };
  const { id: orderId } = await database.db.order.create({
    data: { ...order, currency: "USD", amount: 1, seatCount: 1, origin: "https://a.example", expiresAt: inDays(1) },
  });
  await database.db.accessGroup.update({ where: { id: groupId }, data: { orderId } });
  await expect(more(1)).rejects.toMatchObject({ code: "ofOrder" });
});

test("who coordinates and until when are changed, and only another coordinator is written to", async () => {
  const { groupId, ctx, adminCtx } = await createSeatGroup(database.db);
  const change = (coordinatorEmail: string, expiresAt: Date | null) =>
    changeGroup(adminCtx, { groupId, coordinatorEmail, expiresAt, reason: "She moved to another school" });
  await expect(change(ctx.actor.email, inDays(-1))).rejects.toMatchObject({ code: "expiryPast" });
  await change(ctx.actor.email, inDays(30));
  expect(await lettersTo(ctx.actor.email)).toHaveLength(1);
  const next = await createBuyer(database.db);
  await change(next.actor.email, inDays(30));
  expect(await lettersTo(next.actor.email)).toHaveLength(1);
  await expect(findMyGroup(ctx, { groupId })).rejects.toMatchObject({ status: 404 });
  expect(await findMyGroup(next, { groupId })).toMatchObject({ open: true });
});

test("a group is found by its name with or without its vowels, its reference and its coordinator; others see none", async () => {
  const { groupId, ctx, adminCtx } = await createSeatGroup(database.db);
  await database.db.accessGroup.update({
    where: { id: groupId },
    data: { name: "جَمعيّة الأقصى", reference: "INV-2027-93" },
  });
  const find = async (q: string) => (await findGroups(adminCtx, { q, state: undefined })).groups.map(({ id }) => id);
  expect(await find("جمعية الاقصى")).toEqual([groupId]);
  expect(await find("INV-2027-93")).toEqual([groupId]);
  expect(await find(ctx.actor.email)).toEqual([groupId]);
  expect(await find("nowhere")).toEqual([]);
  await expect(findGroups(ctx, {})).rejects.toMatchObject({ status: 404 });
});

test("a code says what it opens to whoever has it, and trying out codes ends soon", async () => {
  const { groupId, course } = await createSeatGroup(database.db);
  const [code = ""] = await codesOf(database.db, groupId);
  const ctx = await createBuyer(database.db);
  const ask = (typed: string) => findCode(ctx, { code: typed, address: "192.0.2.77" });
  const typed = code.toLowerCase().replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  expect(await ask(typed)).toMatchObject({
    code,
    standing: "open",
    name: "مدرسة النور",
    course: { slug: course.slug },
  });
  await redeemCode(ctx, { code: typed });
  expect((await ask(code))?.standing).toBe("yours");
  const other = await createBuyer(database.db);
  expect((await findCode(other, { code, address: "192.0.2.78" }))?.standing).toBe("used");
  for (let n = 0; n < 60; n += 1) expect(await ask("AAAA-BBBB-CCCC")).toBeUndefined();
  await expect(ask(code)).rejects.toMatchObject({ status: 429 });
});

test("a group for a course that is not there, or for a run that is over, is refused", async () => {
  const { course } = await createPricedCourse(database.db, { selfPaced: false });
  const over = await createCohort(database.db, { courseId: course.id, startsAt: inDays(-20), endsAt: inDays(-1) });
  const admin = contextOf(database.db, await createPerson(database.db, { role: "admin" }));
  const group = { name: "A", seats: 1, reference: "I", coordinatorEmail: "a@example.org", expiresAt: null };
  const create = (slug: string, cohortId: string | null) => createGroup(admin, { ...group, course: slug, cohortId });
  await expect(create("nowhere", null)).rejects.toMatchObject({ code: "courseUnknown" });
  await expect(create(course.slug, null)).rejects.toMatchObject({ code: "cohortNeeded" });
  await expect(create(course.slug, over.id)).rejects.toMatchObject({ code: "courseUnknown" });
});
