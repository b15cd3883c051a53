import { expect, test } from "vitest";
import {
  type FormatChoice,
  formatDate,
  formatDays,
  formatMinutes,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatShortDay,
} from "./format.ts";

const arabic: FormatChoice = { locale: "ar", timeZone: "Asia/Jerusalem", calendar: "both", digits: "automatic" };
const english: FormatChoice = { locale: "en", timeZone: "UTC", calendar: "gregorian", digits: "automatic" };

test("a day is said in both calendars where both are wished", () => {
  expect(formatDate("2026-11-21T10:00:00Z", arabic)).toBe("٢١ نوفمبر ٢٠٢٦ (١١ جمادى الآخرة ١٤٤٨ هـ)");
  expect(formatDate("2026-11-21T10:00:00Z", english)).toBe("November 21, 2026");
});

test("the day is the one of the person's own time zone, and the zone is named", () => {
  const late = "2026-11-21T23:30:00Z";
  expect(formatDate(late, { ...english, timeZone: "Asia/Kuala_Lumpur" })).toBe("November 22, 2026");
  expect(formatMoment(late, { ...english, timeZone: "Asia/Kuala_Lumpur" })).toMatch(
    /November 22, 2026, 7:30\sAM GMT\+8/,
  );
});

test("digits follow the language unless the person chose", () => {
  expect(formatNumber(1234, arabic)).toBe("١٬٢٣٤");
  expect(formatNumber(1234, { ...arabic, digits: "latin" })).toBe("1,234");
  expect(formatNumber(12, { ...english, locale: "ur", digits: "eastern" })).toBe("۱۲");
});

test("a percent is never rounded up to whole", () => {
  expect(formatPercent(0.999, english)).toBe("99%");
  expect(formatPercent(0.29, english)).toBe("29%");
  expect(formatPercent(1, english)).toBe("100%");
});

test("amounts have their currency's own decimals", () => {
  expect(formatMoney(1999, "USD", english)).toBe("$19.99");
  expect(formatMoney(1999, "JPY", english)).toBe("¥1,999");
  expect(formatMoney(1999, "KWD", english)).toMatch(/1\.999/);
});

test("a length of time is said in hours and minutes", () => {
  expect(formatMinutes(75, english)).toBe("1 hour, 15 minutes");
  expect(formatMinutes(14, arabic)).toContain("١٤");
});

test("a length of time is said in days, and in hours where it is short", () => {
  expect([0, 0.5, 1.9, 2.25, 40.4].map((days) => formatDays(days, english))).toEqual([
    "0 days",
    "12 hours",
    "46 hours",
    "2.3 days",
    "40 days",
  ]);
  expect(formatDays(1, english, "day")).toBe("1 day");
  expect(formatDays(3_653, english, "year")).toBe("10 years");
});

test("where there is little room a day goes without its year, and a month without its day", () => {
  expect(formatShortDay("2026-11-22", english)).toBe("Nov 22");
  expect(formatShortDay("2026-11-22", { ...english, calendar: "hijri" })).toMatch(/12|13/);
  expect(formatMonth("2026-11-01", { ...english, calendar: "hijri" })).toBe("Nov 2026");
});
