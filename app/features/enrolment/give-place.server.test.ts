import { expect, test } from "vitest";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { enrolLearner } from "./enrol-learner.server.ts";
import { givePlace } from "./give-place.server.ts";
import { takeSeat } from "./seats.server.ts";
import { restorePlace, revokePlace, suspendPlace } from "./take-place-back.server.ts";
import { withdrawLearner } from "./withdraw-learner.server.ts";

const database = openTestDatabase();
const DAY = 86_400_000;

async function learner() {
  return contextOf(database.db, await createPerson(database.db));
}

const seatsTaken = async (id: string) => (await database.db.course.findUniqueOrThrow({ where: { id } })).seatsTaken;

async function placed({ seats = 1, accessDays = null }: { seats?: number; accessDays?: number | null } = {}) {
  const { course } = await createCourse(database.db, { seats, accessDays, priceAmount: 5_000 });
  const ctx = await learner();
  const now = new Date();
  const place = { courseId: course.id, userId: ctx.actor.id, cohortId: null, now };
  const { enrolmentId } = await database.db.$transaction((tx) => givePlace(tx, { ...place, seat: "take" }));
  const state = () => database.db.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } });
  return { course, ctx, place, enrolmentId, now, state };
}

test("a place may be given in a course that costs something, and a seat held before is not counted twice", async () => {
  const { db } = database;
  const { course } = await createCourse(db, { seats: 1, priceAmount: 5_000 });
  const ctx = await learner();
  await db.$transaction((tx) => takeSeat(tx, { courseId: course.id, cohortId: null }));
  const place = { courseId: course.id, userId: ctx.actor.id, cohortId: null, now: new Date() };
  const given = await db.$transaction((tx) => givePlace(tx, { ...place, seat: "held" }));
  expect(given.given).toBe(true);
  expect(await seatsTaken(course.id)).toBe(1);
});

test("who has a place already keeps it, and the seat held for her a second time is let go", async () => {
  const { db } = database;
  const { course, place, enrolmentId } = await placed({ seats: 2 });
  await db.$transaction((tx) => takeSeat(tx, { courseId: course.id, cohortId: null }));
  const again = await db.$transaction((tx) => givePlace(tx, { ...place, seat: "held" }));
  expect(again).toEqual({ enrolmentId, given: false });
  expect(await seatsTaken(course.id)).toBe(1);
});

test("a place that was taken back is closed, frees its seat once, and is not opened again for nothing", async () => {
  const { db } = database;
  const { course, ctx, enrolmentId, now, state } = await placed();
  for (let i = 0; i < 2; i += 1) await db.$transaction((tx) => revokePlace(tx, { enrolmentId, now }));
  expect(await state()).toMatchObject({ state: "withdrawn", revokedAt: now });
  expect(await seatsTaken(course.id)).toBe(0);
  const back = enrolLearner(ctx, { course: course.slug, cohortId: null });
  await expect(back).rejects.toMatchObject({ code: "paymentNeeded" });
});

test("given anew it has its time anew", async () => {
  const { db } = database;
  const { place, enrolmentId, now, state } = await placed({ accessDays: 10 });
  await db.$transaction((tx) => revokePlace(tx, { enrolmentId, now }));
  const later = new Date(now.getTime() + 30 * DAY);
  await db.$transaction((tx) => givePlace(tx, { ...place, now: later, seat: "take" }));
  expect(await state()).toMatchObject({ state: "active", revokedAt: null });
  expect((await state()).accessUntil).toEqual(new Date(later.getTime() + 10 * DAY));
});

test("a suspended place keeps its seat, cannot be left and entered again, and opens as it was", async () => {
  const { db } = database;
  const { course, ctx, enrolmentId, now, state } = await placed();
  await db.$transaction((tx) => suspendPlace(tx, { enrolmentId, now }));
  await withdrawLearner(ctx, { course: course.slug });
  expect((await state()).state).toBe("suspended");
  expect(await seatsTaken(course.id)).toBe(1);
  await db.course.update({ where: { id: course.id }, data: { seats: 5 } });
  const back = enrolLearner(ctx, { course: course.slug, cohortId: null });
  await expect(back).rejects.toMatchObject({ code: "suspended" });
  await db.$transaction((tx) => restorePlace(tx, { enrolmentId }));
  expect(await state()).toMatchObject({ state: "active", revokedAt: null });
});

test("who had withdrawn before the dispute comes back after it, not during it", async () => {
  const { db } = database;
  const { course, ctx, enrolmentId, now } = await placed();
  await withdrawLearner(ctx, { course: course.slug });
  await db.$transaction((tx) => suspendPlace(tx, { enrolmentId, now }));
  const back = () => enrolLearner(ctx, { course: course.slug, cohortId: null });
  await expect(back()).rejects.toMatchObject({ code: "paymentNeeded" });
  await db.$transaction((tx) => restorePlace(tx, { enrolmentId }));
  await expect(back()).resolves.toMatchObject({ enrolmentId });
});

test("who chose no zone is told of times by the academy's clocks", async () => {
  const { db } = database;
  const { ctx: before } = await placed();
  await db.setting.create({ data: { key: "timeZone", value: "Asia/Jerusalem" } });
  const { ctx: after } = await placed();
  const zoneOf = async (userId: string) => (await db.notification.findFirstOrThrow({ where: { userId } })).values;
  expect(await zoneOf(before.actor.id)).toMatchObject({ formats: { timeZone: "UTC" } });
  expect(await zoneOf(after.actor.id)).toMatchObject({ formats: { timeZone: "Asia/Jerusalem" } });
});
