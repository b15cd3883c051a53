import { fillWords } from "../../fill-words.ts";
import {
  type CalendarName,
  commonOf,
  daysOf,
  hijriOf,
  parseHistoricalDate,
  type ReckonedDate,
  type Reckoning,
} from "./historical-date.ts";

export type EventTime = { calendar: CalendarName; from: string; to: string | null; circa: "yes" | null };

export type EraWords = { ce: string; bce: string; ah: string; circa: string };

/** The first and last day of an event; null where its dates cannot be read. */
export function spanOf({ calendar, from, to }: EventTime): { first: number; last: number } | null {
  const begin = parseHistoricalDate(from, calendar);
  const end = to === null ? begin : parseHistoricalDate(to, calendar);
  if (!begin || !end) return null;
  return { first: daysOf(begin, calendar).first, last: daysOf(end, calendar).last };
}

type Shown = { words: EraWords; locale: string; digits: Intl.NumberFormat };

function era(date: ReckonedDate, { words, digits }: Shown, years: string = digits.format(Math.abs(date.year))): string {
  if (date.reckoning === "tabular" || date.reckoning === "umalqura") return fillWords(words.ah, { year: years });
  return fillWords(date.year < 0 ? words.bce : words.ce, { year: years });
}

const months: Record<Reckoning, string> = {
  gregorian: "gregory",
  julian: "gregory",
  umalqura: "islamic-umalqura",
  tabular: "islamic-civil",
};
/** 1 Muharram 1400 by both reckonings, give or take a day; each month has a fifteenth. */
const SOME_MUHARRAM = Date.UTC(1979, 10, 20);
const DAY_MS = 86_400_000;

function monthName({ month, reckoning }: ReckonedDate, locale: string): string {
  const isHijri = reckoning === "tabular" || reckoning === "umalqura";
  const middle = isHijri ? SOME_MUHARRAM + (14 + (month - 1) * 29.53) * DAY_MS : Date.UTC(2001, month - 1, 15);
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-${months[reckoning]}`, {
    ...{ day: "numeric", month: "long", timeZone: "UTC" },
  });
  return format.formatToParts(middle).find(({ type }) => type === "month")?.value ?? "";
}

function dayText(date: ReckonedDate, shown: Shown): string {
  const years = shown.digits.format(Math.abs(date.year));
  return era(date, shown, `${shown.digits.format(date.day)} ${monthName(date, shown.locale)} ${years}`);
}

function spanText(first: ReckonedDate, last: ReckonedDate, exact: { from: boolean; to: boolean }, shown: Shown) {
  if (exact.from || exact.to) {
    const begin = exact.from ? dayText(first, shown) : era(first, shown);
    const end = exact.to ? dayText(last, shown) : era(last, shown);
    return begin === end ? begin : `${begin} – ${end}`;
  }
  if (first.year === last.year) return era(first, shown);
  if (first.year < 0 !== last.year < 0) return `${era(first, shown)} – ${era(last, shown)}`;
  const years = [first, last].map(({ year }) => shown.digits.format(Math.abs(year)));
  return era(first, shown, years.join("–"));
}

export type EventDates = { given: string; other: string | null; reckonings: Reckoning[] };

/**
 * When it was, in words of the text's language: as it was given, and by the other calendar (null before the Hijra).
 * `reckonings` are those by which days and Hijri years were found. Null where the dates cannot be read.
 */
export function eventDates(
  time: EventTime,
  { words, locale, digits }: { words: EraWords; locale: string; digits: Intl.NumberFormat },
): EventDates | null {
  const span = spanOf(time);
  if (!span) return null;
  const shown = { words, locale, digits };
  const exact = { from: time.from.length > 5, to: (time.to ?? time.from).length > 5 };
  const common = [commonOf(span.first), commonOf(span.last)] as const;
  const last = hijriOf(span.last);
  const first = hijriOf(span.first) ?? (last && { ...last, year: 1, month: 1, day: 1 });
  const about = (text: string) => (time.circa ? fillWords(words.circa, { date: text }) : text);
  const commonText = about(spanText(...common, exact, shown));
  const hijriText = first && last ? about(spanText(first, last, exact, shown)) : null;
  const days = exact.from || exact.to ? common.map(({ reckoning }) => reckoning) : [];
  const hijri = first && last ? [first.reckoning, last.reckoning] : [];
  const reckonings = [...new Set([...days, ...hijri])];
  if (time.calendar === "hijri") return { given: hijriText ?? commonText, other: commonText, reckonings };
  return { given: commonText, other: hijriText, reckonings };
}
