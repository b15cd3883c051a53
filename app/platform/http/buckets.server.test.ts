import { expect, test } from "vitest";
import { makeBuckets } from "./buckets.server.ts";

function bucketsAt({ size = 3, perSecond = 2 } = {}) {
  let now = 0;
  const buckets = makeBuckets({ size, perSecond, now: () => now });
  return { take: (key: string) => buckets.take(key), wait: (ms: number) => (now += ms) };
}

test("as many as a bucket holds are let through at once, then one for each time it takes to fill by one", () => {
  const { take, wait } = bucketsAt();
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 0]);
  expect(take("a")).toBeCloseTo(0.5);
  wait(250);
  expect(take("a")).toBeCloseTo(0.25);
  wait(250);
  expect(take("a")).toBe(0);
  expect(take("a")).toBeCloseTo(0.5);
});

test("who waits long finds a full bucket and no more than that", () => {
  const { take, wait } = bucketsAt();
  for (let i = 0; i < 4; i += 1) take("a");
  wait(3_600_000);
  expect([take("a"), take("a"), take("a")]).toEqual([0, 0, 0]);
  expect(take("a")).toBeGreaterThan(0);
});

test("what one key takes another does not miss, and asking while it is empty costs nothing more", () => {
  const { take, wait } = bucketsAt();
  for (let i = 0; i < 50; i += 1) take("a");
  expect(take("b")).toBe(0);
  wait(500);
  expect(take("a")).toBe(0);
});
