import { expect, test } from "vitest";
import { afterQuiet, nextDigestAt, usualTimes } from "./notice-times.ts";

const at = (moment: string) => new Date(moment);
const inJerusalem = (moment: string) => ({ now: at(moment), timeZone: "Asia/Jerusalem" });

test.each([
  ["before the hour the same day", "2026-11-22T05:00:00Z", "2026-11-22T06:00:00.000Z"],
  ["at the hour the next day", "2026-11-22T06:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["where it is tomorrow already", "2026-11-22T23:30:00Z", "2026-11-23T06:00:00.000Z"],
  ["over the change to summer time", "2027-03-26T12:00:00Z", "2027-03-27T05:00:00.000Z"],
])("a daily digest goes out at her own hour: %s", (_, now, expected) => {
  expect(nextDigestAt(usualTimes, inJerusalem(now)).toISOString()).toBe(expected);
});

test("a weekly digest goes out on her weekday", () => {
  const weekly = { ...usualTimes, rhythm: "weekly" as const, weekday: 7, hour: 20 };
  expect(nextDigestAt(weekly, inJerusalem("2026-11-23T10:00:00Z")).toISOString()).toBe("2026-11-29T18:00:00.000Z");
});

test("who has a zone that is not known has UTC", () => {
  const reader = { now: at("2026-11-22T07:59:00Z"), timeZone: "Atlantis/Nowhere" };
  expect(nextDigestAt(usualTimes, reader).toISOString()).toBe("2026-11-22T08:00:00.000Z");
});

test.each([
  [22, 7, "2026-11-22T21:00:00Z", "2026-11-23T05:00:00.000Z"],
  [22, 7, "2026-11-23T04:59:00Z", "2026-11-23T05:00:00.000Z"],
  [22, 7, "2026-11-23T05:00:00Z", undefined],
  [13, 15, "2026-11-22T11:30:00Z", "2026-11-22T13:00:00.000Z"],
  [13, 15, "2026-11-22T13:00:00Z", undefined],
])("between %i and %i o'clock mail waits: at %s until %s", (quietFrom, quietUntil, now, expected) => {
  expect(afterQuiet({ quietFrom, quietUntil }, inJerusalem(now))?.toISOString()).toBe(expected);
});
