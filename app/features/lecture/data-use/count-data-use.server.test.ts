import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { countDataUse } from "./count-data-use.server.ts";
import { dataBudgetSchema, dataUseSchema } from "./data-use-schema.ts";
import { findDataBudget, findDataUse } from "./find-data-use.server.ts";
import { setDataBudget } from "./set-data-budget.server.ts";

const database = openTestDatabase();
const now = new Date("2026-11-22T03:00:00Z");
const report = (bytes: number, sitting = "sitting-one", month = "2026-11") => ({ sitting, month, bytes });

async function somebody(at = now) {
  return contextOf(database.db, await createPerson(database.db), { now: at });
}

test("a report that comes again counts once, and a later one of the sitting takes its place", async () => {
  const ctx = await somebody();
  await countDataUse(ctx, report(1_000));
  await countDataUse(ctx, report(1_000));
  await countDataUse(ctx, report(2_500));
  await countDataUse(ctx, report(1_000));
  expect(await findDataUse(ctx)).toEqual({ limitMb: null, usedBytes: 2_500 });
});

test("sittings add up, and other people's do not", async () => {
  const [one, other] = [await somebody(), await somebody()];
  await countDataUse(one, report(300));
  await countDataUse(one, report(500, "sitting-two"));
  await countDataUse(other, report(7));
  expect((await findDataUse(one)).usedBytes).toBe(800);
  expect((await findDataUse(other)).usedBytes).toBe(7);
});

test("in any order, with repeats and all at once, the sum is that of each sitting's largest", async () => {
  const reports = fc.array(
    fc.record({
      sitting: fc.constantFrom("sitting-a", "sitting-b", "sitting-c"),
      bytes: fc.integer({ min: 1, max: 1e9 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(reports, async (list) => {
      const ctx = await somebody();
      await Promise.all(list.map(({ sitting, bytes }) => countDataUse(ctx, report(bytes, sitting))));
      const most = new Map<string, number>();
      for (const { sitting, bytes } of list) most.set(sitting, Math.max(bytes, most.get(sitting) ?? 0));
      expect((await findDataUse(ctx)).usedBytes).toBe([...most.values()].reduce((sum, bytes) => sum + bytes, 0));
    }),
    { numRuns: 25 },
  );
});

describe("months", () => {
  test("what was taken last month and told this month counts there", async () => {
    const ctx = await somebody();
    await countDataUse(ctx, report(900, "sitting-old", "2026-10"));
    expect((await findDataUse(ctx)).usedBytes).toBe(0);
    expect((await findDataUse({ ...ctx, clock: { now: () => new Date("2026-10-31T23:59:59Z") } })).usedBytes).toBe(900);
  });

  test("a clock that is wrong by years is not believed", async () => {
    const ctx = await somebody();
    await countDataUse(ctx, report(900, "sitting-odd", "1970-01"));
    expect((await findDataUse(ctx)).usedBytes).toBe(900);
  });

  test("a sitting of long ago is forgotten, what it took is not", async () => {
    const ctx = await somebody();
    await countDataUse(ctx, report(900));
    const later = { ...ctx, clock: { now: () => new Date("2027-01-02T00:00:00Z") } };
    await countDataUse(later, report(5, "sitting-new", "2027-01"));
    const kept = await database.db.videoDataSitting.findMany({ where: { userId: ctx.actor.id } });
    expect(kept.map(({ sitting }) => sitting)).toEqual(["sitting-new"]);
    expect(await database.db.videoDataUse.count({ where: { userId: ctx.actor.id } })).toBe(2);
  });
});

test("sittings without end fill no table", async () => {
  const ctx = await somebody();
  await database.db.videoDataSitting.createMany({
    data: Array.from({ length: 2_000 }, (_, i) => ({
      userId: ctx.actor.id,
      sitting: `sitting-${i}`,
      month: new Date("2026-11-01"),
      bytes: 1,
    })),
  });
  await countDataUse(ctx, report(10, "one-too-many"));
  await countDataUse(ctx, report(10, "sitting-7"));
  expect(await database.db.videoDataSitting.count({ where: { userId: ctx.actor.id } })).toBe(2_000);
  expect((await findDataUse(ctx)).usedBytes).toBe(9);
});

test("a limit is set, read by the player, and lifted", async () => {
  const ctx = await somebody();
  expect(await findDataBudget(ctx)).toBeNull();
  await setDataBudget(ctx, { videoBudgetMb: 500 });
  await countDataUse(ctx, report(2_000_000));
  expect(await findDataBudget(ctx)).toEqual({ limitBytes: 500e6, usedBytes: 2_000_000 });
  await setDataBudget(ctx, { videoBudgetMb: null });
  expect(await findDataBudget(ctx)).toBeNull();
  expect(await findDataBudget(guestContext(database.db, { now }))).toBeNull();
});

test("a limit may be written in any digits, and left out", () => {
  const read = (videoBudgetMb?: string) => dataBudgetSchema.safeParse({ videoBudgetMb }).data?.videoBudgetMb;
  expect(read("٥٠٠")).toBe(500);
  expect(read("۱۰۰۰")).toBe(1_000);
  expect(read("1 000")).toBe(1_000);
  expect(read("0")).toBe(0);
  expect(read("")).toBeNull();
  expect(read(undefined)).toBeNull();
  for (const wrong of ["a lot", "-5x", "10000000", "1e3"]) expect(read(wrong), wrong).toBeUndefined();
});

test.each([
  { ...report(0) },
  { ...report(1.5) },
  { ...report(1e12) },
  { ...report(5), month: "2026-13" },
  { ...report(5), sitting: "x" },
  { ...report(5), sitting: "'; drop table" },
])("a report out of bounds is refused: %j", (wrong) => {
  expect(dataUseSchema.safeParse(wrong).success).toBe(false);
});
