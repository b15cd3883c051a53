import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Clock = typeof import("./server-clock.ts");

let clock: Clock;
let page = 0;
let device = 0;
let clocks: { mockRestore: () => void }[] = [];

beforeEach(async () => {
  vi.resetModules();
  page = 1_000;
  device = 50_000;
  clocks = [
    vi.spyOn(performance, "now").mockImplementation(() => page),
    vi.spyOn(Date, "now").mockImplementation(() => device),
  ];
  clock = await import("./server-clock.ts");
});

afterEach(() => {
  for (const one of clocks) one.mockRestore();
});

const pass = (milliseconds: number) => {
  page += milliseconds;
  device += milliseconds;
};

test("nothing is known before the page or a response has said it", () => {
  expect(clock.serverTime()).toBeUndefined();
});

test("it goes on from what the page says, whatever the device's own clock shows", () => {
  clock.notePageTime(9_000_000);
  pass(500);
  expect(clock.serverTime()).toBe(9_000_500);
});

test("a response corrects it, taken to be made half way, and a slower one later does not", () => {
  clock.notePageTime(9_000_000);
  pass(1_000);
  const sentAt = page;
  pass(100);
  clock.noteServerTime(9_004_000, { sentAt });
  expect(clock.serverTime()).toBe(9_004_050);
  const sentAgainAt = page;
  pass(4_000);
  clock.noteServerTime(9_005_000, { sentAt: sentAgainAt });
  expect(clock.serverTime()).toBe(9_008_050);
});

test("a response that contradicts it is believed", () => {
  clock.notePageTime(9_000_000);
  clock.noteServerTime(9_000_000, { sentAt: page });
  pass(10_000);
  clock.noteServerTime(9_100_000, { sentAt: page });
  expect(clock.serverTime()).toBe(9_100_000);
});

test("a page that was made before what is known does not set it back", () => {
  clock.noteServerTime(9_000_000, { sentAt: page });
  clock.notePageTime(8_000_000);
  expect(clock.serverTime()).toBe(9_000_000);
});

test("the time that a device slept is counted, though the page's clock stood still", () => {
  clock.noteServerTime(9_000_000, { sentAt: page });
  device += 600_000;
  pass(1_000);
  expect(clock.serverTime()).toBe(9_601_000);
});
