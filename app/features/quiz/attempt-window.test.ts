import { expect, test } from "vitest";
import { deadlineOf, isInTime, windowFor } from "./attempt-window.ts";

const at = (time: string) => new Date(`2027-03-01T${time}Z`);
const rules = { minutes: 30, graceSeconds: 60, opensAt: null, closesAt: "2027-03-01T12:00:00Z" };
const none = { own: null, cohort: null };
const granted = (extraMinutes: number, closesAt: Date | null = null) => ({ extraMinutes, opensAt: null, closesAt });

test("time is over at the start with the time allowed, or at the closing where that is earlier", () => {
  const window = windowFor(rules, none);
  expect(deadlineOf(rules, { window, startedAt: at("11:00:00") }).deadlineAt).toEqual(at("11:30:00"));
  expect(deadlineOf(rules, { window, startedAt: at("11:45:00") }).deadlineAt).toEqual(at("12:00:00"));
});

test("extra time lengthens the sitting, not the window, and the greater of hers and her cohort's holds", () => {
  const window = windowFor(rules, { own: granted(5), cohort: granted(15) });
  expect(deadlineOf(rules, { window, startedAt: at("11:00:00") }).deadlineAt).toEqual(at("11:45:00"));
  expect(deadlineOf(rules, { window, startedAt: at("11:50:00") }).deadlineAt).toEqual(at("12:00:00"));
});

test("her own window goes before her cohort's, and that before the quiz's", () => {
  expect(windowFor(rules, { own: granted(0, at("14:00:00")), cohort: granted(0, at("13:00:00")) }).closesAt).toEqual(
    at("14:00:00"),
  );
  expect(windowFor(rules, { own: granted(0), cohort: granted(0, at("13:00:00")) }).closesAt).toEqual(at("13:00:00"));
  expect(windowFor(rules, none).closesAt).toEqual(at("12:00:00"));
});

test("without a limit and a closing an attempt has no deadline", () => {
  const open = { minutes: null, graceSeconds: 60, opensAt: null, closesAt: null };
  const times = deadlineOf(open, { window: windowFor(open, none), startedAt: at("11:00:00") });
  expect(times).toEqual({ deadlineAt: null, graceUntil: null });
  expect(isInTime(times, { madeAt: at("23:00:00"), receivedAt: at("23:00:00") })).toBe(true);
});

test.each([
  ["made and received before the deadline", "11:59:00", "11:59:30", true],
  ["made before it, received within the grace", "11:59:59", "12:00:59", true],
  ["made before it, received after the grace", "11:59:59", "12:01:01", false],
  ["made after it, received within the grace", "12:00:01", "12:00:10", false],
  ["received before it, though the device says it was made after", "12:30:00", "11:59:00", true],
])("an edit %s counts or not: %s, %s → %s", (_, madeAt, receivedAt, counts) => {
  const times = { deadlineAt: at("12:00:00"), graceUntil: at("12:01:00") };
  expect(isInTime(times, { madeAt: at(madeAt), receivedAt: at(receivedAt) })).toBe(counts);
});
