import {
  CalendarDate,
  GregorianCalendar,
  IslamicCivilCalendar,
  IslamicUmalquraCalendar,
} from "@internationalized/date";

export type CalendarName = "gregorian" | "hijri";

/** A year, or a day. Years before the common era, and before the Hijra, are below zero: -586 is 586 BCE. */
export type HistoricalDate = { year: number; month?: number; day?: number };

/** By which reckoning a day was named. */
export type Reckoning = "gregorian" | "julian" | "umalqura" | "tabular";

export type ReckonedDate = { year: number; month: number; day: number; reckoning: Reckoning };

const POINT = /^(-?[1-9]\d{0,3})(?:-(\d{2})-(\d{2}))?$/;
/** 15 October 1582, the first day of the Gregorian calendar. */
const FIRST_GREGORIAN_DAY = 2_299_161;
/** 1 Muharram of the year 1: 16 July 622 of the Julian calendar. */
const FIRST_HIJRI_DAY = 1_948_440;
/** The years for which Umm al-Qura is written down. */
const UMALQURA = { first: 1300, last: 1600 };

const gregorian = new GregorianCalendar();
const tabular = new IslamicCivilCalendar();
const umalqura = new IslamicUmalquraCalendar();

/** Without a year nought: the year before 1 is -1. */
const astronomical = (year: number) => (year < 0 ? year + 1 : year);
const historical = (year: number) => (year <= 0 ? year - 1 : year);

/** The day's number of a date of the Julian calendar, counted as `toJulianDay` of a `CalendarDate` counts. */
function julianDayNumber(year: number, month: number, day: number): number {
  const late = Math.floor((14 - month) / 12);
  const y = year + 4800 - late;
  const m = month + 12 * late - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32_083;
}

function julianDate(dayNumber: number): ReckonedDate {
  const c = dayNumber + 32_082;
  const d = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * d) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  return {
    year: historical(d - 4800 + Math.floor(m / 10)),
    month: m + 3 - 12 * Math.floor(m / 10),
    day: e - Math.floor((153 * m + 2) / 5) + 1,
    reckoning: "julian",
  };
}

function commonDay(year: number, month: number, day: number): number {
  const julian = julianDayNumber(astronomical(year), month, day);
  // Ten days were left out in October 1582, so that both calendars name days of their own side alone.
  if (year < 0 || julian < FIRST_GREGORIAN_DAY) return julian;
  return gregorian.toJulianDay(new CalendarDate(year, month, day));
}

const hijriCalendar = (year: number) => (year >= UMALQURA.first && year <= UMALQURA.last ? umalqura : tabular);

function hijriDay(year: number, month: number, day: number): number {
  const calendar = hijriCalendar(year);
  return calendar.toJulianDay(new CalendarDate(calendar, year, month, day));
}

/** The date as it names itself again, or null where there is no such day. */
function dayOf({ year, month, day }: Required<HistoricalDate>, calendar: CalendarName): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const number = calendar === "hijri" ? hijriDay(year, month, day) : commonDay(year, month, day);
  const again = calendar === "hijri" ? hijriOf(number) : commonOf(number);
  return again?.year === year && again.month === month && again.day === day ? number : null;
}

/** `691`, `-586` or `1187-10-02`; undefined for what is no date of the calendar. */
export function parseHistoricalDate(text: string, calendar: CalendarName): HistoricalDate | undefined {
  const [whole, year, month, day] = POINT.exec(text) ?? [];
  if (whole === undefined || (calendar === "hijri" && Number(year) < 1)) return undefined;
  if (month === undefined || day === undefined) return { year: Number(year) };
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return dayOf(date, calendar) === null ? undefined : date;
}

/** The first and the last day of a date, as numbers of days. */
export function daysOf({ year, month, day }: HistoricalDate, calendar: CalendarName): { first: number; last: number } {
  if (month !== undefined && day !== undefined) {
    const only = dayOf({ year, month, day }, calendar) ?? Number.NaN;
    return { first: only, last: only };
  }
  if (calendar === "hijri") return { first: hijriDay(year, 1, 1), last: hijriDay(year + 1, 1, 1) - 1 };
  return { first: commonDay(year, 1, 1), last: commonDay(year, 12, 31) };
}

/** A day by the Julian calendar until 4 October 1582, and by the Gregorian from then on. */
export function commonOf(dayNumber: number): ReckonedDate {
  if (dayNumber < FIRST_GREGORIAN_DAY) return julianDate(dayNumber);
  const { year, month, day } = gregorian.fromJulianDay(dayNumber);
  return { year, month, day, reckoning: "gregorian" };
}

/** A day of the Hijri calendar: Umm al-Qura where it is written down, else reckoned by tables. Null before the Hijra. */
export function hijriOf(dayNumber: number): ReckonedDate | null {
  if (dayNumber < FIRST_HIJRI_DAY) return null;
  const reckoned = tabular.fromJulianDay(dayNumber);
  if (hijriCalendar(reckoned.year) === tabular) return { ...partsOf(reckoned), reckoning: "tabular" };
  const written = umalqura.fromJulianDay(dayNumber);
  return { ...partsOf(written), reckoning: "umalqura" };
}

function partsOf({ year, month, day }: { year: number; month: number; day: number }) {
  return { year, month, day };
}
